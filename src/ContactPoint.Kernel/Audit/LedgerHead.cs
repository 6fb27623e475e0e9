using System.Data;
using System.Data.Common;
using System.Globalization;
using ContactPoint.Ledger;
using ContactPoint.Ledger.Merkle;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Audit;

/// <summary>The last checkpoint in the database, and the statements that extend the log.</summary>
/// <param name="Frontier">Right edge of the tree.</param>
/// <param name="At">When the checkpoint was signed.</param>
/// <param name="LastNo">Insertion number of the entry with the last leaf.</param>
internal sealed record LedgerHead(MerkleFrontier Frontier, DateTimeOffset? At, long LastNo)
{
    public static LedgerHead Read(IUnitOfWork unit)
    {
        var last = unit.Prepare(
            unit.Provider == DatabaseProvider.Sqlite
                ? "SELECT frontier, at, size FROM $kernel.audit_checkpoint ORDER BY size DESC LIMIT 1"
                : "SELECT TOP (1) frontier, at, size FROM $kernel.audit_checkpoint ORDER BY size DESC");
        long size;
        MerkleFrontier frontier;
        DateTimeOffset at;
        using (var row = last.ExecuteReader())
        {
            if (!row.Read()) return new LedgerHead(new MerkleFrontier(), null, 0);
            frontier = MerkleFrontier.FromBytes((byte[])row.GetValue(0));
            at = UtcMicroseconds.FromStored(row.GetInt64(1));
            size = row.GetInt64(2);
        }

        var number = unit.Prepare("SELECT entry_no FROM $kernel.audit_leaf WHERE number = @number", "number");
        number.Parameters[0].Value = size - 1;
        return new LedgerHead(frontier, at, number.ExecuteScalar() is long no ? no : 0);
    }

    /// <summary>Up to here every entry has its leaf in the tree: SQL Server's transactions may commit out of the order of their numbers.</summary>
    /// <param name="provider">The database.</param>
    public long CompleteTo(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? LastNo : LastNo - 50_000;

    /// <summary>True when some leaf, in the tree or not, has the entry's id or number.</summary>
    public static bool Holds(IUnitOfWork unit, AuditEntryRow entry)
    {
        var find = unit.Prepare("SELECT COUNT(*) FROM $kernel.audit_leaf WHERE entry_id = @entry OR entry_no = @no", "entry", "no");
        find.Parameters[0].Value = GuidBytes.ToBytes(entry.Id);
        find.Parameters[1].Value = entry.No;
        return Convert.ToInt64(find.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
    }

    public static void WriteLeaf(IUnitOfWork unit, long number, AuditEntryRow entry, LedgerHash hash)
    {
        var insert = unit.Prepare(
            "INSERT INTO $kernel.audit_leaf (number, entry_no, entry_id, user_id, child, hash) VALUES (@number, @no, @entry, @user, @child, @hash)",
            "number", "no", "entry", "user", "child", "hash");
        insert.Parameters[0].Value = number;
        insert.Parameters[1].Value = entry.No;
        insert.Parameters[2].Value = GuidBytes.ToBytes(entry.Id);
        insert.Parameters[3].Value = GuidBytes.ToBytes(entry.UserId);
        insert.Parameters[4].Value = entry.Child is { } child ? GuidBytes.ToBytes(child) : DBNull.Value;
        insert.Parameters[4].DbType = DbType.Binary;
        insert.Parameters[5].Value = hash.ToArray();
        insert.ExecuteNonQuery();
    }

    public static void WriteNode(IUnitOfWork unit, MerkleNode node)
    {
        var insert = unit.Prepare("INSERT INTO $kernel.audit_node (level, position, hash) VALUES (@level, @position, @hash)", "level", "position", "hash");
        insert.Parameters[0].Value = node.Address.Level;
        insert.Parameters[1].Value = node.Address.Index;
        insert.Parameters[2].Value = node.Hash.ToArray();
        insert.ExecuteNonQuery();
    }

    public static void WriteCheckpoint(IUnitOfWork unit, MerkleFrontier frontier, DateTimeOffset at, string note)
    {
        DbCommand insert = unit.Prepare("INSERT INTO $kernel.audit_checkpoint (size, at, note, frontier) VALUES (@size, @at, @note, @frontier)", "size", "at", "note", "frontier");
        insert.Parameters[0].Value = frontier.Size;
        insert.Parameters[1].Value = UtcMicroseconds.ToStored(at);
        insert.Parameters[2].Value = note;
        insert.Parameters[3].Value = frontier.ToBytes();
        insert.ExecuteNonQuery();
    }
}
