using System.Collections.Frozen;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Children;

/// <summary>What a write touches.</summary>
[Flags]
internal enum Touched
{
    Nothing = 0,
    NewRecord = 1,
    LifeCycle = 2,
    Authority = 4,
    Education = 8,
    Identity = 16,
    Whereabouts = 32,
    Carers = 64,
    LeadProfessional = 128,
    EarlyHelp = 256,
    PupilNumber = 512,
    OtherIdentifiers = 1024,
    SchoolPlacement = 2048,
    OtherInvolvements = 4096,
    Version = 8192,
    Withdrawal = 16384,
}

/// <summary>The closed set of jobs that may write records, each with what it may write. A job that is not here writes nothing.</summary>
internal static class WriteRights
{
    private static readonly FrozenDictionary<JobName, Touched> ByJob = new Dictionary<JobName, Touched>
    {
        // A roll: who the pupil is, where, with whom, at which school. Endings and confirmations carry no service: they are of placements that the roll itself told of.
        [JobName.FeedApply] = Touched.NewRecord | Touched.Version | Touched.Authority | Touched.Education | Touched.Identity | Touched.Whereabouts | Touched.Carers
            | Touched.PupilNumber | Touched.SchoolPlacement | Touched.Withdrawal,

        // What a row says, on a steward's word.
        [JobName.FeedDecision] = Touched.NewRecord | Touched.Version | Touched.Authority | Touched.Education | Touched.Identity | Touched.Whereabouts | Touched.Carers
            | Touched.PupilNumber | Touched.SchoolPlacement,

        // What a steward puts right by hand, or takes over from a source.
        [JobName.Correction] = Touched.Version | Touched.Identity | Touched.Whereabouts,

        // Bound to a database with the synthetic marker; makes whatever a real one could hold.
        [JobName.SyntheticLoad] = (Touched)~0,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<JobName> OfServices = new[] { JobName.Organisations, JobName.SyntheticLoad }.ToFrozenSet();

    public static readonly ReasonCode Reason = new(710, "job-may-not-write-this");

    /// <summary>What of the write the job may not do; nothing when it may do all of it.</summary>
    public static Touched Beyond(JobName job, ChildWrite write) => Of(write) & ~ByJob.GetValueOrDefault(job, Touched.Nothing);

    /// <summary>True for a job that may write organisations and practitioners: facts of services, of no child.</summary>
    public static bool MayWriteServices(JobName job) => OfServices.Contains(job);

    private static Touched Of(ChildWrite write)
    {
        var isNew = write.ExpectedVersion == 0;

        // A record that becomes its supplier's own is seen by fewer people than before: the one move that a feed may make.
        var isWithdrawn = !isNew && write is { State: RecordState.Provisional, Supplier: not null };
        var isMoved = !isWithdrawn && (isNew ? write.State == RecordState.Archived : write.State is not null || write.Supplier is not null);
        return If(isNew, Touched.NewRecord) | If(!isNew, Touched.Version) | If(isMoved, Touched.LifeCycle) | If(isWithdrawn, Touched.Withdrawal) | If(write.Authority is not null, Touched.Authority) | If(write.Education is not null, Touched.Education)
            | If(write.Identity is not null, Touched.Identity) | If(write.Whereabouts is not null || write.FormerAddresses is not null, Touched.Whereabouts)
            | If(write.Carers is not null, Touched.Carers) | If(write.LeadProfessional is not null, Touched.LeadProfessional) | If(write.EarlyHelp is not null, Touched.EarlyHelp)
            | If(write.Identifiers.Any(IsPupilNumber), Touched.PupilNumber) | If(!write.Identifiers.All(IsPupilNumber), Touched.OtherIdentifiers)
            | If(write.Starts.Any(IsSchool) || write.Ends.Count + write.Confirms.Count > 0, Touched.SchoolPlacement) | If(!write.Starts.All(IsSchool), Touched.OtherInvolvements);
    }

    private static bool IsPupilNumber(IdentifierWrite identifier) => identifier.Scheme == IdentifierSchemes.Upn;

    private static bool IsSchool(InvolvementStart start) => start.ServiceCode == ServiceCatalogue.School.Code;

    private static Touched If(bool condition, Touched what) => condition ? what : Touched.Nothing;
}
