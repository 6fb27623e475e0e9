using System.Runtime.CompilerServices;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>A line of a file.</summary>
/// <param name="Number">From 1; blank lines count.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Bytes">Its bytes without the end; good until the next line is asked for. Empty when too long.</param>
/// <param name="IsTooLong">Longer than <see cref="FileLimits.RowBytes"/>: its bytes were passed over.</param>
/// <param name="IsEnded">False for a last line without a line end.</param>
internal readonly record struct ByteLine(int Number, long Offset, ReadOnlyMemory<byte> Bytes, bool IsTooLong, bool IsEnded);

/// <summary>Splits a file into lines in bounded memory. LF, CRLF and CR end a line; both encodings that are read have these as single bytes.</summary>
internal static class ByteLines
{
    public static async IAsyncEnumerable<ByteLine> ReadAsync(IFeedContent content, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var line = new byte[FileLimits.RowBytes];
        var (length, number, position, start) = (0, 0, 0L, 0L);
        var (tooLong, afterReturn) = (false, false);
        await foreach (var block in content.ReadAsync(cancellation))
        {
            for (var at = 0; at < block.Length;)
            {
                if (afterReturn && block.Span[at] == (byte)'\n')
                {
                    (at, start) = (at + 1, position + at + 1);
                    afterReturn = false;
                    continue;
                }

                afterReturn = false;
                var end = block.Span[at..].IndexOfAny((byte)'\n', (byte)'\r');
                var taken = end < 0 ? block.Length - at : end;
                tooLong |= length + taken > line.Length;
                if (!tooLong)
                {
                    block.Slice(at, taken).CopyTo(line.AsMemory(length));
                    length += taken;
                }

                at += taken;
                if (end < 0) continue;
                afterReturn = block.Span[at] == (byte)'\r';
                at++;
                yield return new ByteLine(++number, start, tooLong ? default : line.AsMemory(0, length), tooLong, true);
                (length, tooLong, start) = (0, false, position + at);
            }

            position += block.Length;
        }

        if (length > 0 || tooLong) yield return new ByteLine(++number, start, tooLong ? default : line.AsMemory(0, length), tooLong, false);
    }
}
