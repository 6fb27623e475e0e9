namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>
/// Holds the bytes on a leash before the parser sees them: no tag with its text, comment or instruction is longer than 64 KB, no marked section longer than 4 KB,
/// and there is no document type. The parser would buffer what it has not seen the end of.
/// </summary>
/// <param name="source">The file.</param>
/// <param name="cancellation">Cancels the reading: the parser has no token of its own.</param>
internal sealed class XmlLeash(IncomingBytes source, CancellationToken cancellation) : PulledStream
{
    public const int Longest = 64 * 1024;
    public const int LongestSection = 4 * 1024;

    private const int MarkLength = 9;

    private readonly Utf8Watch watch = new();
    private readonly byte[] mark = new byte[MarkLength];
    private Place place;
    private int length;
    private int marked;
    private byte last;
    private byte beforeLast;

    private enum Place
    {
        // In a tag or the text after it: both end with the next '<'.
        Tag,
        Comment,
        Section,
        Instruction,
    }

    /// <summary>True when there are bytes beyond ASCII and all of them are UTF-8.</summary>
    public bool LooksLikeUtf8 => watch is { SawMore: true, IsValid: true };

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer, cancellation);
        watch.Look(buffer.Span[..read]);
        foreach (var one in buffer.Span[..read]) Pass(one);
        return read;
    }

    private void Pass(byte one)
    {
        if (one == '<' && place == Place.Tag) (length, marked) = (0, 0);
        if (++length > (place == Place.Section ? LongestSection : Longest)) throw new FileRefusedException(XmlErrors.TooLong);
        if (place == Place.Tag && marked == length - 1 && marked < MarkLength)
        {
            mark[marked++] = one;
            Open(mark.AsSpan(0, marked));
        }
        else if (one == '>' && IsClosed())
        {
            place = Place.Tag;
        }

        (beforeLast, last) = (last, one);
    }

    private void Open(ReadOnlySpan<byte> begun)
    {
        if (begun.SequenceEqual("<?"u8)) place = Place.Instruction;
        else if (begun.SequenceEqual("<!--"u8)) place = Place.Comment;
        else if (begun.SequenceEqual("<![CDATA["u8)) place = Place.Section;
        else if (begun is [(byte)'<', (byte)'!', not ((byte)'-' or (byte)'[')]) throw new FileRefusedException(XmlErrors.DocumentType);
    }

    private bool IsClosed() => place switch
    {
        Place.Comment => length > 6 && last == '-' && beforeLast == '-',
        Place.Section => last == ']' && beforeLast == ']',
        Place.Instruction => length > 3 && last == '?',
        _ => false,
    };

    /// <summary>Follows whether all bytes are UTF-8, across the reads.</summary>
    private sealed class Utf8Watch
    {
        private int expected;

        public bool SawMore { get; private set; }

        public bool IsValid { get; private set; } = true;

        public void Look(ReadOnlySpan<byte> bytes)
        {
            if (!IsValid || (expected == 0 && System.Text.Ascii.IsValid(bytes))) return;
            foreach (var one in bytes)
            {
                var follows = (one & 0xC0) == 0x80;
                if (follows != expected > 0) IsValid = false;
                if (one < 0x80) continue;
                SawMore = true;
                expected = follows ? expected - 1 : one >= 0xF0 ? 3 : one >= 0xE0 ? 2 : 1;
            }
        }
    }
}
