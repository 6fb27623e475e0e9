using System.Buffers.Text;
using ContactPoint.Ledger.Entries;

namespace ContactPoint.Ledger.Export;

/// <summary>
/// A numbered entry without payload, exactly as <see cref="LedgerExportWriter"/> spells it: nearly every line of a log. Read by position, at a quarter
/// of the cost of reading JSON. It only says yes: whatever is spelt otherwise is left to <see cref="LineParser"/>, which accepts or refuses it.
/// </summary>
internal static class PlainEntryLine
{
    private const int IdLength = 36;
    private const int HashLength = 44;

    internal static bool TryParse(ReadOnlySpan<byte> line, byte[] scratch, out LedgerEntry entry)
    {
        entry = default;
        if (!Skip(ref line, "{\"type\":\"entry\",\"leaf\":"u8) || !TryLeaf(ref line, out var leaf)
            || !Skip(ref line, ",\"id\":\""u8) || !TryId(ref line, out var id)
            || !Skip(ref line, "\",\"public\":\""u8) || !TryBytes(ref line, scratch, out var written)
            || !Skip(ref line, "\",\"commitment\":\""u8) || !TryHash(ref line, out var commitment)
            || !Skip(ref line, "\",\"mac\":\""u8) || !TryHash(ref line, out var mac)
            || !Skip(ref line, "\",\"hash\":\""u8) || !TryHash(ref line, out var recorded)
            || !line.SequenceEqual("\"}"u8))
            return false;
        entry = new LedgerEntry
        {
            LeafNumber = leaf,
            Id = id,
            PublicPart = scratch.AsMemory(0, written),
            Commitment = commitment,
            Mac = mac,
            RecordedHash = recorded,
        };
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<byte> line, ReadOnlySpan<byte> text)
    {
        if (!line.StartsWith(text))
            return false;
        line = line[text.Length..];
        return true;
    }

    // JSON knows neither a leading zero nor a plus.
    private static bool TryLeaf(ref ReadOnlySpan<byte> line, out long leaf)
    {
        leaf = 0;
        if (line.IsEmpty || line[0] is < (byte)'0' or > (byte)'9' || !Utf8Parser.TryParse(line, out leaf, out var consumed) || (line[0] == '0' && consumed > 1))
            return false;
        line = line[consumed..];
        return true;
    }

    private static bool TryId(ref ReadOnlySpan<byte> line, out Guid id)
    {
        id = default;
        if (line.Length < IdLength || line[..IdLength].ContainsAnyInRange((byte)'A', (byte)'F')
            || !Utf8Parser.TryParse(line[..IdLength], out id, out var consumed, 'D') || consumed != IdLength)
            return false;
        line = line[IdLength..];
        return true;
    }

    private static bool TryBytes(ref ReadOnlySpan<byte> line, byte[] scratch, out int written)
    {
        written = 0;
        var length = line.IndexOf((byte)'"');
        if (length < 0 || !Base64Text.TryDecode(line[..length], scratch, out written))
            return false;
        line = line[length..];
        return true;
    }

    private static bool TryHash(ref ReadOnlySpan<byte> line, out LedgerHash hash)
    {
        hash = default;
        Span<byte> bytes = stackalloc byte[LedgerHash.Size + 1];
        if (line.Length < HashLength || !Base64Text.TryDecode(line[..HashLength], bytes, out var written) || written != LedgerHash.Size)
            return false;
        hash = new LedgerHash(bytes[..LedgerHash.Size]);
        line = line[HashLength..];
        return true;
    }
}
