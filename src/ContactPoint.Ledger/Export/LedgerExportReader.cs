using System.Text.Json;
using ContactPoint.Ledger.Entries;

namespace ContactPoint.Ledger.Export;

/// <summary>
/// Reads an export line by line with a fixed buffer. Strict: lines of at most 64 KB, UTF-8 without byte order mark, header first, footer last, nothing
/// after it, no unknown, missing or doubled member. Whether the entries are true is the verifier's business.
/// Does not dispose the stream. Not thread-safe.
/// </summary>
public sealed partial class LedgerExportReader
{
    private const int BufferSize = 1 << 17;
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly byte[] _scratch = new byte[ExportFormat.MaxLine];
    private int _start;
    private int _end;
    private bool _streamEnded;
    private LedgerEntry _entry;

    /// <summary>Reads <paramref name="stream"/> from where it stands.</summary>
    public LedgerExportReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
    }

    /// <summary>Number of the line read last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Kind of the line read last.</summary>
    public ExportLineKind Kind { get; private set; }

    /// <summary>The header, once read.</summary>
    public LedgerExportHeader? Header { get; private set; }

    /// <summary>The entry read last; its memory is valid until the next read.</summary>
    public ref readonly LedgerEntry Entry => ref _entry;

    /// <summary>The checkpoint note read last.</summary>
    public string? CheckpointNote { get; private set; }

    /// <summary>The statement read last.</summary>
    public TailStatement? Statement { get; private set; }

    /// <summary>The footer, once read.</summary>
    public LedgerExportFooter? Footer { get; private set; }

    /// <summary>Moves to the next line; false after the footer.</summary>
    /// <exception cref="LedgerFormatException">The file is not a whole, well-formed export.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        return length >= 0 ? ValueTask.FromResult(Take(length)) : ReadMoreAsync(cancellationToken);
    }

    private async ValueTask<bool> ReadMoreAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
                return Take(length);
            if (_end - _start > ExportFormat.MaxLine)
                throw TooLong();
            if (_streamEnded)
                return Finish();
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
            var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _end += read;
            _streamEnded = read == 0;
        }
    }

    private bool Finish()
    {
        if (_end != _start)
            throw new LedgerFormatException(Line + 1, "the file ends in the middle of a line.");
        if (Footer is null)
            throw new LedgerFormatException(Line + 1, "the file ends without its footer; it was cut short.");
        Kind = ExportLineKind.None;
        return false;
    }

    private bool Take(int length)
    {
        Line++;
        var line = _buffer.AsSpan(_start, length);
        _start += length + 1;
        if (length > ExportFormat.MaxLine)
        {
            Line--;
            throw TooLong();
        }
        try
        {
            Parse(line);
        }
        catch (JsonException e)
        {
            throw new LedgerFormatException(Line, "this is not JSON as an export writes it.", e);
        }
        catch (InvalidOperationException e)
        {
            // Utf8JsonReader.GetString on text that is not UTF-8.
            throw new LedgerFormatException(Line, "a text is not valid UTF-8.", e);
        }
        return true;
    }

    private LedgerFormatException TooLong() => new(Line + 1, $"the line is longer than {ExportFormat.MaxLine} bytes.");

    private void Parse(ReadOnlySpan<byte> line)
    {
        if (Footer is not null)
            throw new LedgerFormatException(Line, "something follows the footer.");
        if (Line > 1 && PlainEntryLine.TryParse(line, _scratch, out _entry))
        {
            Kind = ExportLineKind.Entry;
            return;
        }
        if (line.StartsWith("\uFEFF"u8))
            throw new LedgerFormatException(Line, "the file starts with a byte order mark.");
        var parser = new LineParser(line, Line);
        if (parser.Type.SequenceEqual("header"u8) != (Line == 1))
            throw parser.Bad("the header is the first line, and only that.");
        if (parser.Type.SequenceEqual("entry"u8))
            ParseEntry(ref parser);
        else if (parser.Type.SequenceEqual("checkpoint"u8))
            ParseCheckpoint(ref parser);
        else if (parser.Type.SequenceEqual("tail"u8))
            ParseStatement(ref parser);
        else if (parser.Type.SequenceEqual("footer"u8))
            ParseFooter(ref parser);
        else if (Line == 1)
            ParseHeader(ref parser);
        else
            throw parser.Bad("the line's type is unknown.");
    }
}
