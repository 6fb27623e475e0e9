using System.Data.Common;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Search;

/// <summary>One child as the gate's reads see it, still sealed. The columns stand in the order of <see cref="Columns"/>.</summary>
internal sealed record CandidateRow(
    Guid Child, RecordState State, string? Authority, short BirthYear, Guid? Supplier, long Version, byte[] Identity, Guid? WhereaboutsId, byte[]? Whereabouts, bool HasIdentifier)
{
    public const string Columns = "c.child_id, c.state, c.authority, c.birth_year, c.supplier, c.version, c.identity_sealed, w.part_id, w.document_sealed";

    public const string From =
        "FROM $directory.child c LEFT JOIN $directory.child_part w ON w.child_id = c.child_id AND w.part = 'whereabouts' AND w.superseded_at IS NULL";

    public static CandidateRow Read(DbDataReader reader) => new(
        reader.Id(0), (RecordState)reader.GetInt32(1), reader.OptionalText(2), reader.GetInt16(3), reader.OptionalId(4), reader.GetInt64(5),
        reader.GetFieldValue<byte[]>(6), reader.OptionalId(7), reader.OptionalBytes(8), reader.FieldCount > 9 && reader.GetInt32(9) > 0);

    public ChildFacts Facts => new()
    {
        Child = new ChildId(Child),
        State = State,
        Authority = LocalAuthorityCode.TryParse(Authority, out var authority) ? authority : null,
        Supplier = Supplier,
        Version = Version,
    };

    public IdentityDocument? OpenIdentity(SealedDocuments documents) =>
        documents.Open(DirectoryPurposes.Identity, Child, Identity, DocumentTypes.Default.IdentityDocument);

    public Whereabouts? OpenWhereabouts(SealedDocuments documents) => WhereaboutsId is { } id
        ? documents.Open(DirectoryPurposes.Part(PartKeys.Whereabouts), id, Whereabouts, DocumentTypes.Default.SourcedWhereabouts)?.Value
        : null;
}
