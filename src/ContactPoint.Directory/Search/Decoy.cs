using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Search;

/// <summary>Nobody's record: opened and compared where no row is, so that a child who is not there costs what one who is does (SEA-6, I-03).</summary>
internal sealed class Decoy(SealedDocuments documents, IIdSource ids, TimeProvider clock)
{
    private readonly Lazy<CandidateRow> row = new(() => Make(documents, ids, clock));

    public CandidateRow Row => row.Value;

    private static CandidateRow Make(SealedDocuments documents, IIdSource ids, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var from = new Provenance { Kind = SourceKind.SchoolRoll, Source = ids.NewId(), FeedRun = ids.NewId(), AsAt = UkDay.Of(now), ReceivedAt = now };
        var (child, part) = (ids.NewId(), ids.NewId());
        var identity = new IdentityDocument
        {
            Name = new(new PersonName("Nobody", "Nobody", "Nobody"), from),
            Gender = new(Gender.NotSpecified, from),
            DateOfBirth = new(new DateOnly(1900, 1, 1), from),
            DirectoryNumber = "000000000000",
        };
        var whereabouts = new Sourced<Whereabouts>(new CurrentAddress(new Address(["1 No Street"], "Nowhere", "ZZ1 1ZZ")), from);
        return new CandidateRow(
            child, RecordState.Absent, "000", 1900, null, 0,
            documents.Seal(DirectoryPurposes.Identity, child, identity, DocumentTypes.Default.IdentityDocument),
            part, documents.Seal(DirectoryPurposes.Part(PartKeys.Whereabouts), part, whereabouts, DocumentTypes.Default.SourcedWhereabouts), false);
    }
}
