using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>
/// An XML file as the separated values of its format: its column names, and before them the line of the supplier's file and what is wrong with the record. One
/// record is held at a time.
/// </summary>
internal sealed class XmlTranscript : PulledStream
{
    /// <summary>The columns before those of the format. No supplier's heading is read as these.</summary>
    public const int Hidden = 2;

    private readonly XmlLeash leash;
    private readonly StreamReader text;
    private readonly XmlReader reader;
    private readonly XmlShape shape;
    private readonly FileForm form;
    private readonly Encoding encoding;
    private readonly List<FeedField> fields;
    private readonly ArrayBufferWriter<byte> line = new(FileLimits.RowBytes);
    private XmlRecords? records;
    private bool isEnded;
    private int at;
    private int count;
    private int lastLine = 1;

    public XmlTranscript(IncomingBytes source, Encoding encoding, XmlShape shape, FileForm form, CancellationToken cancellation)
    {
        (this.encoding, this.shape, this.form) = (encoding, shape, form);
        leash = new XmlLeash(source, cancellation);
        text = new StreamReader(leash, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);

        // Comments, instructions and blanks are passed over here and not by the parser: reading asynchronously it calls itself for each that it ignores, and a hundred
        // thousand comments in a row end the process.
        reader = XmlReader.Create(text, new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNames(),
        });
        var said = form.Format.Xml!.Elements.Values.ToHashSet();
        fields = [.. form.Format.Columns.Select(column => column.Field).Where(said.Contains)];
        Write([string.Empty, string.Empty, .. fields.Select(form.NameOf)]);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (at == line.WrittenCount && (isEnded || !await WriteNextAsync())) return 0;
        var taken = Math.Min(buffer.Length, line.WrittenCount - at);
        line.WrittenMemory.Slice(at, taken).CopyTo(buffer);
        at += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
            text.Dispose();
            leash.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<bool> WriteNextAsync()
    {
        try
        {
            records ??= new XmlRecords(reader, shape, form.Format.Needed);
            if (await records.NextAsync() is { } record)
            {
                if (++count > FileLimits.Rows) throw new FileRefusedException(FileErrors.TooManyRows);
                Write(record);
                return true;
            }
        }
        catch (XmlException broken)
        {
            throw new FileRefusedException(XmlErrors.NotWellFormed(Math.Max(1, broken.LineNumber)));
        }
        catch (DecoderFallbackException)
        {
            throw new FileRefusedException(XmlErrors.NotAsDeclared);
        }

        isEnded = true;

        // Two bytes of a letter, read as two letters: said to be Windows-1252, and UTF-8 throughout.
        return !encoding.Equals(XmlEncoding.Utf8) && leash.LooksLikeUtf8 ? throw new FileRefusedException(XmlErrors.NotAsDeclared) : false;
    }

    private void Write(XmlRecord record)
    {
        // Outcomes are kept by line: records that share one are numbered on from it.
        lastLine = Math.Max(record.Line, lastLine + 1);
        var number = lastLine.ToString(CultureInfo.InvariantCulture);
        Write([number, record.Problem?.ToString() ?? string.Empty, .. fields.Select(field => record.Values.GetValueOrDefault(field, string.Empty))]);
        if (line.WrittenCount <= FileLimits.RowBytes) return;
        var told = fields.Select(field => field == FeedField.UniquePupilNumber ? record.Values.GetValueOrDefault(field, string.Empty) : string.Empty);
        Write([number, new StatedProblem(StatedKind.RowLength, null).ToString(), .. told]);
    }

    private void Write(IReadOnlyList<string> cells)
    {
        line.ResetWrittenCount();
        at = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i].AsSpan().ContainsAny(",\"") ? $"\"{cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cells[i];
            Encoding.UTF8.GetBytes(cell, line);
            line.Write(i + 1 < cells.Count ? ","u8 : "\n"u8);
        }
    }
}
