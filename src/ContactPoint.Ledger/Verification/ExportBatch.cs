using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Export;

namespace ContactPoint.Ledger.Verification;

/// <summary>Some lines of an export in order, with memory of their own and leaf hashes already computed.</summary>
internal sealed class ExportBatch
{
    private const int MaxLines = 192;
    private readonly byte[] _bytes = new byte[2 * ExportFormat.MaxLine];
    private readonly Line[] _lines = new Line[MaxLines];
    private int _used;
    private int _count;

    /// <summary>An entry with its leaf hash, or another line's content.</summary>
    internal readonly struct Line(LedgerEntry entry, LedgerHash leafHash, object? other)
    {
        internal readonly LedgerEntry Entry = entry;
        internal readonly LedgerHash LeafHash = leafHash;
        internal readonly object? Other = other;
    }

    internal ReadOnlySpan<Line> Lines => _lines.AsSpan(0, _count);

    /// <summary>True when the next line might not fit.</summary>
    internal bool IsFull => _count == MaxLines || _bytes.Length - _used < ExportFormat.MaxLine;

    internal void Clear() => (_used, _count) = (0, 0);

    internal void Add(object other) => _lines[_count++] = new Line(default, default, other);

    internal void Add(LedgerExportReader reader)
    {
        switch (reader.Kind)
        {
            case ExportLineKind.Entry:
                ref readonly var entry = ref reader.Entry;
                var own = entry with { PublicPart = Keep(entry.PublicPart), Salt = Keep(entry.Salt), Payload = Keep(entry.Payload) };
                _lines[_count++] = new Line(own, own.LeafNumber is null ? default : own.LeafHash(), null);
                break;
            case ExportLineKind.Checkpoint:
                Add(reader.CheckpointNote!);
                break;
            case ExportLineKind.Header:
                Add(reader.Header!);
                break;
            case ExportLineKind.Statement:
                Add(reader.Statement!);
                break;
            case ExportLineKind.Footer:
                Add(reader.Footer!);
                break;
        }
    }

    private ReadOnlyMemory<byte> Keep(ReadOnlyMemory<byte> bytes)
    {
        var kept = _bytes.AsMemory(_used, bytes.Length);
        bytes.CopyTo(kept);
        _used += bytes.Length;
        return kept;
    }
}
