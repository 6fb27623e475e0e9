using System.Buffers;
using System.Text;
using System.Text.Unicode;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Tells UTF-8 from Windows-1252 by the whole file, so that no name is garbled by a guess.</summary>
internal static class FileEncoding
{
    private const int NulsOfBinary = 16;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[][] Utf16Marks = [[0xFF, 0xFE], [0xFE, 0xFF]];

    // C0 controls but tab, DEL and C1 controls: the five bytes that Windows-1252 leaves undefined come out as C1. And what could not be decoded.
    private static readonly SearchValues<char> Unusable = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Concat(Enumerable.Range(127, 33)).Where(code => code != '\t').Select(code => (char)code), '\uFFFD']);

    /// <summary>The encoding, or why the file is refused: UTF-16, binary, too many lines, or two encodings in one file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="declared">What its format or profile says.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<Result<Encoding>> DetectAsync(IFeedContent content, FeedEncoding declared, CancellationToken cancellation)
    {
        var (utf8, other, nuls, marked) = (0, 0, 0, false);
        await foreach (var line in ByteLines.ReadAsync(content, cancellation))
        {
            if (line.Number == 1)
            {
                if (IsBinary(line.Bytes.Span)) return FileErrors.Utf16;
                marked = HasMark(line.Bytes.Span);
            }

            if (line.Number > FileLimits.Lines) return FileErrors.TooManyRows;
            if (line.Bytes.Span.Contains((byte)0) && (nuls += line.Bytes.Span.Count((byte)0)) > NulsOfBinary) return FileErrors.Utf16;
            if (Ascii.IsValid(line.Bytes.Span)) continue;
            if (!Utf8.IsValid(line.Bytes.Span)) other++;
            else if (line.Number > 1 || !marked || !Ascii.IsValid(line.Bytes.Span[Utf8Mark.Length..])) utf8++;
        }

        // Two letters of Windows-1252 can look like one of UTF-8: of 50,000 schools one has a name that was garbled before it was published.
        if (other > 0 && (marked || (utf8 > 0 && declared != FeedEncoding.Windows1252))) return FileErrors.MixedEncoding;
        return other > 0 ? Windows : Encoding.UTF8;
    }

    /// <summary>Whether these bytes begin like UTF-16, or hold more NULs than a stray one.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var mark in Utf16Marks)
            if (bytes.StartsWith(mark)) return true;
        return bytes.Count((byte)0) > NulsOfBinary;
    }

    /// <summary>A line as text; null when it holds what no text has.</summary>
    public static string? Decode(Encoding encoding, ReadOnlySpan<byte> line, bool isFirst)
    {
        var text = encoding.GetString(isFirst && HasMark(line) ? line[Utf8Mark.Length..] : line);
        return IsUsable(text) ? text : null;
    }

    /// <summary>Whether text holds nothing that no text has.</summary>
    public static bool IsUsable(string text) => !text.AsSpan().ContainsAny(Unusable);

    private static bool HasMark(ReadOnlySpan<byte> line) => line.StartsWith(Utf8Mark);
}
