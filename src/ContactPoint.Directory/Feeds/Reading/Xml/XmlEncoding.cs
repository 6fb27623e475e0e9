using System.Text;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>Tells XML by its beginning, and its encoding by the mark and the declaration: the parser is given characters and guesses nothing.</summary>
internal static class XmlEncoding
{
    /// <summary>UTF-8 that throws on what is none; its reader passes over the mark.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Whether the first byte that is not blank opens a tag.</summary>
    public static bool IsXml(ReadOnlySpan<byte> beginning) => Plain(beginning) is [(byte)'<', ..];

    /// <summary>The encoding, or why it is not read.</summary>
    public static Result<Encoding> Of(ReadOnlySpan<byte> beginning)
    {
        var isMarked = beginning.StartsWith("\uFEFF"u8);
        var text = Plain(beginning);
        if (!text.StartsWith("<?xml"u8)) return Utf8;
        var end = text.IndexOf("?>"u8);
        if (end < 0) return XmlErrors.NotWellFormed(1);
        return Declared(Encoding.Latin1.GetString(text[..end])) switch
        {
            null or "utf-8" or "us-ascii" => Utf8,
            "windows-1252" or "iso-8859-1" when !isMarked => Windows,
            _ => XmlErrors.Encoding,
        };
    }

    // What stands between the marks after "encoding"; the parser checks the form of the whole.
    private static string? Declared(string declaration)
    {
        var at = declaration.IndexOf("encoding", StringComparison.Ordinal);
        if (at < 0) return null;
        var from = declaration.AsSpan(at).IndexOfAny('"', '\'');
        if (from < 0) return string.Empty;
        var value = declaration.AsSpan(at + from + 1);
        var to = value.IndexOf(declaration[at + from]);
        return to < 0 ? string.Empty : value[..to].ToString().ToLowerInvariant();
    }

    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.StartsWith("\uFEFF"u8) ? beginning[3..] : beginning;
        return text.TrimStart("\r\n \t"u8);
    }
}
