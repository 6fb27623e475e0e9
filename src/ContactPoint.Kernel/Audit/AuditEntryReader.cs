using System.Data.Common;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Audit;

/// <summary>Reads entries in bulk, for the sealer and the export.</summary>
internal static class AuditEntryReader
{
    private const string Columns =
        "e.no, e.id, e.at, e.event_code, e.outcome, e.user_id, e.organisation_id, e.authority, e.child, e.purpose, e.relationship, e.policy_version, e.commitment, e.sealed_payload, e.mac";

    /// <summary>Entries without a leaf in the tree, in order of insertion. A leaf outside the tree, which nobody signed, is none.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="after">Insertion number after which to look.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="most">How many at most.</param>
    public static async ValueTask<List<AuditEntryRow>> UnsealedAsync(IUnitOfWork unit, long after, long size, int most)
    {
        const string Where =
            " FROM $kernel.audit_entry e WHERE e.no > @after AND NOT EXISTS (SELECT 1 FROM $kernel.audit_leaf l WHERE l.entry_no = e.no AND l.entry_id = e.id AND l.number >= 0 AND l.number < @size) ORDER BY e.no";
        var select = unit.Prepare(
            unit.Provider == DatabaseProvider.Sqlite ? $"SELECT {Columns}{Where} LIMIT @most" : $"SELECT TOP (@most) {Columns}{Where}", "after", "size", "most");
        select.Parameters[0].Value = after;
        select.Parameters[1].Value = size;
        select.Parameters[2].Value = most;
        var rows = new List<AuditEntryRow>();
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(Row(reader));
        return rows;
    }

    /// <summary>Sealed entries in leaf order from a number on, with what the sealer recorded of them. A leaf whose entry is gone has none.</summary>
    public static async ValueTask<List<(AuditLeafRow Leaf, AuditEntryRow? Entry)>> SealedAsync(IUnitOfWork unit, long from, int most)
    {
        const string Rest = ", l.number, l.entry_no, l.entry_id, l.user_id, l.child, l.hash FROM $kernel.audit_leaf l LEFT JOIN $kernel.audit_entry e ON e.no = l.entry_no WHERE l.number >= @from ORDER BY l.number";
        var select = unit.Prepare(
            unit.Provider == DatabaseProvider.Sqlite ? $"SELECT {Columns}{Rest} LIMIT @most" : $"SELECT TOP (@most) {Columns}{Rest}", "from", "most");
        select.Parameters[0].Value = from;
        select.Parameters[1].Value = most;
        var rows = new List<(AuditLeafRow, AuditEntryRow?)>();
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add((Leaf(reader), reader.IsDBNull(0) ? null : Row(reader)));
        return rows;
    }

    private static AuditEntryRow Row(DbDataReader reader) => new()
    {
        No = reader.GetInt64(0),
        Id = Id(reader, 1),
        At = UtcMicroseconds.FromStored(reader.GetInt64(2)),
        EventCode = reader.GetInt32(3),
        Outcome = reader.GetInt32(4),
        UserId = Id(reader, 5),
        OrganisationId = Id(reader, 6),
        Authority = reader.IsDBNull(7) ? null : reader.GetString(7),
        Child = reader.IsDBNull(8) ? null : Id(reader, 8),
        Purpose = reader.GetInt32(9),
        Relationship = reader.GetInt32(10),
        PolicyVersion = reader.GetString(11),
        Commitment = (byte[])reader.GetValue(12),
        SealedPayload = reader.IsDBNull(13) ? null : (byte[])reader.GetValue(13),
        Mac = (byte[])reader.GetValue(14),
    };

    private static AuditLeafRow Leaf(DbDataReader reader) => new()
    {
        Number = reader.GetInt64(15),
        EntryNo = reader.GetInt64(16),
        EntryId = Id(reader, 17),
        UserId = Id(reader, 18),
        Child = reader.IsDBNull(19) ? null : Id(reader, 19),
        Hash = (byte[])reader.GetValue(20),
    };

    private static Guid Id(DbDataReader reader, int column) => new((byte[])reader.GetValue(column), bigEndian: true);
}
