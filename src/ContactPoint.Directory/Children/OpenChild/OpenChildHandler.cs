using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Children.OpenChild;

/// <summary>Opens a record: the gate decides and records, then each owner reads its parts under the pass.</summary>
public sealed class OpenChildHandler(ICallerSource callers, IRecordGate gate, IRecordReader reader)
{
    /// <summary>Opens the record.</summary>
    /// <param name="query">Which, and why.</param>
    /// <param name="cancellation">Cancels before the audit entry is committed.</param>
    public async Task<Result<ChildRecordView>> HandleAsync(OpenChild query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var caller = await callers.CurrentAsync(cancellation);
        if (!caller.Succeeded) return caller.Error;
        var pass = await gate.OpenAsync(caller.Value, new OpenRequest(query.Statement, query.Handle), cancellation);
        if (!pass.Succeeded) return pass.Error;
        var reading = await reader.ReadAsync(pass.Value, cancellation);
        return reading.Succeeded ? View(reading.Value) : reading.Error;
    }

    private static ChildRecordView View(RecordReading reading) => new()
    {
        Pass = reading.Pass,
        Identity = reading.Part<IdentityPart>(PartKey.Identity),
        OtherNames = reading.Part<OtherNamesPart>(PartKey.OtherNames),
        LeadProfessional = reading.Part<LeadProfessionalPart>(PartKey.LeadProfessional),
        School = reading.Part<SchoolPart>(PartKey.School),
        GeneralPractice = reading.Part<GeneralPracticePart>(PartKey.GeneralPractice),
        Involvements = reading.Part<InvolvementsPart>(PartKey.Involvements),
        EarlyHelp = reading.Part<EarlyHelpPart>(PartKey.EarlyHelp),
        Carers = reading.Part<CarersPart>(PartKey.Carers),
        Whereabouts = reading.Part<WhereaboutsPart>(PartKey.Whereabouts),
        FormerAddresses = reading.Part<FormerAddressesPart>(PartKey.FormerAddresses),
        Authority = reading.Part<AuthorityPart>(PartKey.ResponsibleAuthority),
        UniquePupilNumber = reading.Part<IdentifierPart>(PartKey.UniquePupilNumber),
        NhsNumber = reading.Part<IdentifierPart>(PartKey.NhsNumber),
        Reading = reading,
        Withheld = reading.Pass.Withheld,
        Missing = reading.Missing,
    };
}
