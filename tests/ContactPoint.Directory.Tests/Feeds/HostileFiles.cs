using System.IO.Compression;
using System.Text;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>Files that were made to break, fill or fool a reader. Large ones are made while they are read.</summary>
internal static class HostileFiles
{
    private const string Header = "Surname,Forename,DOB\n";
    private const int Million = 1_000_000;

    private static readonly string Open = $"<SchoolRoll xmlns=\"{XmlRoll.Namespace}\"><Header><SourceURN>105901</SourceURN><AsAt>2026-11-23</AsAt></Header><Pupils>";

    /// <summary>What it is, its bytes, and the code with which the whole file is refused; null where rows are rejected instead.</summary>
    public static IEnumerable<(string What, Func<Stream> Open, string? Code)> All =>
    [
        Xml("billion laughs", "<!DOCTYPE a [<!ENTITY a \"lol\">" + string.Concat(Enumerable.Range(0, 10).Select(n => $"<!ENTITY a{n} \"&a{n - 1};&a{n - 1};\">")) + "]>" + Open + "&a9;", "file.xml-dtd"),
        Xml("an entity of a file", $"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{Open}<Pupil><Surname>&x;</Surname></Pupil>", "file.xml-dtd"),
        Xml("an entity of an address", $"<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">{Open}", "file.xml-dtd"),
        Xml("a parameter entity", $"<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/a\"> %x;]>{Open}", "file.xml-dtd"),
        Xml("a document type within", Open + "<!DOCTYPE a>", "file.xml-dtd"),
        Xml("an inclusion", Open.Replace("<Header>", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/><Header>", StringComparison.Ordinal), "file.xml-schema"),
        Xml("a style sheet", "<?xml-stylesheet href='http://127.0.0.1:9/a.xsl'?>" + Open + "</Pupils></SchoolRoll>", "file.no-rows"),
        Made("a million deep", Open + "<Pupil>", _ => "<a>", Million, "file.xml-limits"),
        Made("a million attributes", Open + "<Pupil ", n => $"a{n}='' ", Million, "file.xml-limits"),
        Made("the same attribute without end", Open + "<Pupil ", _ => "a='' ", Million, "file.xml-limits"),
        Made("a name without end", Open + "<", _ => new string('a', 1024), 20_000, "file.xml-limits"),
        Made("text without end", Open + "<Pupil><Surname>", _ => new string('a', 1024), 20_000, "file.xml-limits"),
        Made("text in pieces without end", Open + "<Pupil><Surname>", _ => new string('a', 1024) + "<!-- -->", 20_000, "file.xml-form"),
        Made("a value without end", Open + "<Pupil a='", _ => new string('a', 1024), 20_000, "file.xml-limits"),
        Made("a comment without end", Open + "<!--", _ => new string('<', 1024), 20_000, "file.xml-limits"),
        Made("an instruction without end", Open + "<?a ", _ => new string('<', 1024), 20_000, "file.xml-limits"),
        Made("a section without end", Open + "<Pupil><Surname><![CDATA[", _ => new string('<', 1024), 20_000, "file.xml-limits"),
        Made("a million comments", Open, _ => "<!-- a -->", Million, "file.xml-form"),
        Made("a million references", Open + "<Pupil><Surname>", _ => "&amp;", Million, "file.xml-limits"),
        Made("a million unknown elements in a record", Open + "<Pupil>", _ => "<x/>", Million, "file.xml-limits"),
        Made("a million names", Open + "<Pupil>", n => $"</Pupil><Pupil><x{n}/>", Million, "file.xml-limits"),
        Made("a million spaces of names", Open + "<Pupil>", n => $"</Pupil><Pupil><x xmlns='urn:{n}'/>", Million, "file.xml-limits"),
        Made("a million empty records", Open, _ => "<Pupil/>", Million, "file.rows"),
        Made("blanks without end", Open, _ => new string(' ', 1024), 20_000, "file.xml-limits"),
        Bytes("UTF-16 behind a mark of UTF-8", [0xEF, 0xBB, 0xBF, .. Encoding.Unicode.GetBytes(Open)], "file.encoding"),
        Bytes("UTF-32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Open)], "file.encoding"),
        Bytes("UTF-32, the other way round", [0, 0, 0xFE, 0xFF, .. new UTF32Encoding(true, false).GetBytes(Open)], "file.encoding"),
        Xml("UTF-7", "+ADw-SchoolRoll xmlns=+ACI-a+ACI-+AD4-", null, "file.header-missing"),
        Bytes("EBCDIC", CodePagesEncodingProvider.Instance.GetEncoding(37)!.GetBytes("<?xml version='1.0' encoding='ibm037'?>" + Open), "file.header"),
        Bytes("half a letter in UTF-8", [.. Encoding.UTF8.GetBytes(Open), 0xED, 0xA0, 0x80], "file.encoding"),
        Bytes("NULs", new byte[Million], "file.encoding"),
        Bytes("a zip", Zipped(), "file.encoding"),
        Bytes("a gzip", GZipped(), null, any: true),
        Xml("a PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<</Type/Catalog>>\nendobj\n", null, "file.header-missing"),
        Bytes("an image", [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[64], .. "IHDR"u8], "file.encoding"),
        Made("a million columns", "Surname,Forename,DOB", n => $",x{n}", Million, "file.header"),
        Made("a line without end", Header, _ => new string('a', 1024), 20_000, "file.cut-off"),
        Made("a mark that is never closed", Header + "\"", _ => new string('a', 1022) + "\n", 20_000, null),
        Made("a million marks", Header, _ => "\"\"\"\"\"\"\"\"\n", 90_000, null),
        Made("a million separators", Header, _ => new string(',', 8_000) + "x\n", 2_000, null),
        Made("line ends of every kind", Header, n => (n % 3) switch { 0 => "A,B,01/01/2015\r", 1 => "A,B,01/01/2015\n", _ => "A,B,01/01/2015\r\n" }, 90_000, null),
        Made("lines without end", Header, _ => "\r\n\r\n", Million, "file.rows"),
        Made("formulas", Header, n => $"{"=+-@＝＋－＠"[n % 8]}cmd|'/c calc'!A1,B,01/01/2015\n", 50_000, null),
    ];

    private static (string, Func<Stream>, string?) Xml(string what, string text, string? code, string? orCode = null) => (what, () => new MemoryStream(Encoding.UTF8.GetBytes(text)), code ?? orCode);

    private static (string, Func<Stream>, string?) Bytes(string what, byte[] bytes, string? code, bool any = false) => (what, () => new MemoryStream(bytes), any ? "file." : code);

    private static (string, Func<Stream>, string?) Made(string what, string beginning, Func<int, string> piece, int pieces, string? code) => (what, () => new MadeStream(beginning, piece, pieces), code);

    private static byte[] Zipped()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("roll.csv").Open())
            entry.Write(new byte[Million]);
        return bytes.ToArray();
    }

    private static byte[] GZipped()
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(new byte[Million]);
        return bytes.ToArray();
    }

    /// <summary>A file that is made while it is read, so that the test holds none of it.</summary>
    internal sealed class MadeStream(string beginning, Func<int, string> piece, int pieces) : Stream
    {
        private byte[] current = Encoding.UTF8.GetBytes(beginning);
        private int at;
        private int number;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var taken = 0;
            while (taken < buffer.Length)
            {
                if (at == current.Length)
                {
                    if (number == pieces) break;
                    (current, at) = (Encoding.UTF8.GetBytes(piece(number++)), 0);
                }

                var count = Math.Min(buffer.Length - taken, current.Length - at);
                current.AsSpan(at, count).CopyTo(buffer[taken..]);
                (at, taken) = (at + count, taken + count);
            }

            return taken;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
