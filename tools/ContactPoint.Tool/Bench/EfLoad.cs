using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Load;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Tool.Bench;

/// <summary>The baseline: the same sealed rows through tracked entities and SaveChanges, on the same unit of work.</summary>
internal static class EfLoad
{
    /// <summary>Writes sealed children.</summary>
    /// <returns>Rows.</returns>
    public static async ValueTask<int> WriteAsync(SealedChildren batch, IUnitOfWork unit)
    {
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        foreach (var row in Rows(batch, LoadTable.Child)) context.Add(Child(row));
        foreach (var row in Rows(batch, LoadTable.Part)) context.Add(Part(row));
        foreach (var row in Rows(batch, LoadTable.Identifier)) context.Add(Identifier(row));
        foreach (var row in Rows(batch, LoadTable.Involvement)) context.Add(Involvement(row));
        foreach (var row in Rows(batch, LoadTable.Change)) context.Add(new ChildChangeRow { ChildKey = Id(row[0]), At = Time(row[1]) });
        return await context.SaveChangesAsync();
    }

    private static IEnumerable<object?[]> Rows(SealedChildren batch, LoadTable table) => batch.Rows[table].Rows(table.Columns.Length);

    private static ChildRow Child(object?[] row) => new()
    {
        ChildKey = Id(row[0]),
        State = (RecordState)(int)row[1]!,
        Authority = (string?)row[2],
        BirthYear = (short)(int)row[3]!,
        Education = (EducationStatus)(int)row[4]!,
        Version = (long)row[5]!,
        IdentitySealed = (byte[])row[7]!,
        CreatedAt = Time(row[8]),
        ChangedAt = Time(row[9]),
    };

    private static ChildPartRow Part(object?[] row) =>
        new() { ChildKey = Id(row[0]), PartId = Id(row[1]), Part = (string)row[2]!, RecordedAt = Time(row[3]), DocumentSealed = (byte[])row[5]! };

    private static IdentifierRow Identifier(object?[] row) =>
        new() { ChildKey = Id(row[0]), IdentifierId = Id(row[1]), Scheme = (string)row[2]!, Blind = (byte[])row[4]!, ValueSealed = (byte[])row[5]!, RecordedAt = Time(row[6]) };

    private static InvolvementRow Involvement(object?[] row) => new()
    {
        ChildKey = Id(row[0]),
        InvolvementId = Id(row[1]),
        Service = (string)row[2]!,
        OrganisationId = Id(row[3]),
        PractitionerId = row[4] is null ? null : Id(row[4]),
        StartDate = (DateOnly)row[5]!,
        EndDate = (DateOnly?)row[6],
        ConfirmedAt = Time(row[7]),
        SourceKind = (SourceKind)(int)row[9]!,
        SourceId = Id(row[10]),
        AsAt = (DateOnly)row[12]!,
        ReceivedAt = Time(row[13]),
    };

    private static Guid Id(object? bytes) => new((byte[])bytes!, bigEndian: true);

    private static DateTimeOffset Time(object? stored) => UtcMicroseconds.FromStored((long)stored!);
}
