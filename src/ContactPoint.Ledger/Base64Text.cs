using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ContactPoint.Ledger;

/// <summary>
/// Base64 with one spelling for each value: two spellings of one signed thing are a trap. The framework's decoder refuses stray bits in the last
/// character and missing padding, but skips white space; the length shows that.
/// </summary>
internal static class Base64Text
{
    internal static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = [];
        if (text.Length % 4 != 0 || !Ascii.IsValid(text))
            return false;
        var utf8 = Encoding.ASCII.GetBytes(text);
        var buffer = new byte[utf8.Length / 4 * 3];
        if (!TryDecode(utf8, buffer, out var written))
            return false;
        bytes = buffer[..written];
        return true;
    }

    internal static bool TryDecode(ReadOnlySpan<byte> utf8, Span<byte> destination, out int written)
    {
        written = 0;
        if (utf8.IsEmpty)
            return true;
        return utf8.Length % 4 == 0
            && Base64.DecodeFromUtf8(utf8, destination, out var consumed, out written) == OperationStatus.Done
            && consumed == utf8.Length
            && (written + 2) / 3 * 4 == utf8.Length;
    }
}
