using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ContactPoint.Ledger.Entries;

namespace ContactPoint.Ledger.Export;

/// <summary>
/// Writes an export (format in README.md): header, sealed entries in leaf order with each checkpoint right after the last entry it covers, then the
/// tail, its statements and the footer. The order is the caller's duty; all of it must come from one database snapshot.
/// Does not dispose the stream. Not thread-safe.
/// </summary>
public sealed class LedgerExportWriter : IAsyncDisposable
{
    private const int FlushAt = 128 * 1024;
    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt + ExportFormat.MaxLine);
    private readonly Utf8JsonWriter _json;
    private long _sealed;
    private long _tail;
    private long _checkpoints;
    private long _statements;
    private long _lines;
    private bool _complete;

    /// <summary>Writes to <paramref name="stream"/> from where it stands.</summary>
    public LedgerExportWriter(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>Writes the header; once, first.</summary>
    public ValueTask WriteHeaderAsync(LedgerExportHeader header, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (_lines != 0)
            throw new InvalidOperationException("The header is the first line.");
        var start = Begin("header"u8, header: true);
        _json.WriteString("format"u8, ExportFormat.Version);
        _json.WriteString("origin"u8, header.Origin);
        _json.WriteStartArray("keys"u8);
        foreach (var key in header.Keys)
            _json.WriteStringValue(key);
        _json.WriteEndArray();
        _json.WriteString("created"u8, header.Created.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        return End(start, cancellationToken);
    }

    /// <summary>Writes an entry.</summary>
    /// <exception cref="ArgumentException">The entry does not fit into a line of 64 KB, has a salt of another length than 32 bytes, a negative
    /// leaf number, or a leaf number without a recorded hash (or the reverse).</exception>
    public ValueTask WriteEntryAsync(in LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        if (entry.LeafNumber is < 0 || entry.LeafNumber is null != entry.RecordedHash is null)
            throw new ArgumentException("A sealed entry has a leaf number and a recorded hash, a tail entry neither.", nameof(entry));
        if (entry.HasPayload ? entry.Salt.Length != PayloadCommitment.SaltSize : !entry.Payload.IsEmpty)
            throw new ArgumentException($"A payload needs its salt of {PayloadCommitment.SaltSize} bytes.", nameof(entry));
        var start = Begin("entry"u8);
        if (entry.LeafNumber is { } leaf)
            _json.WriteNumber("leaf"u8, leaf);
        else
            _json.WriteNull("leaf"u8);
        _json.WriteString("id"u8, entry.Id);
        _json.WriteBase64String("public"u8, entry.PublicPart.Span);
        Write("commitment"u8, entry.Commitment);
        if (entry.HasPayload)
        {
            _json.WriteBase64String("salt"u8, entry.Salt.Span);
            _json.WriteBase64String("payload"u8, entry.Payload.Span);
        }
        Write("mac"u8, entry.Mac);
        if (entry.RecordedHash is { } hash)
            Write("hash"u8, hash);
        if (entry.LeafNumber is null)
            _tail++;
        else
            _sealed++;
        return End(start, cancellationToken);
    }

    /// <summary>Writes a checkpoint's signed note, right after the last entry that it covers.</summary>
    public ValueTask WriteCheckpointAsync(string note, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(note);
        var start = Begin("checkpoint"u8);
        _json.WriteString("note"u8, note);
        _checkpoints++;
        return End(start, cancellationToken);
    }

    /// <summary>Writes a writer's statement.</summary>
    public ValueTask WriteStatementAsync(TailStatement statement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var start = Begin("tail"u8);
        _json.WriteString("writer"u8, statement.Writer);
        _json.WriteNumber("count"u8, statement.Count);
        Write("sum"u8, statement.Sum.Value);
        Write("mac"u8, statement.Mac);
        _statements++;
        return End(start, cancellationToken);
    }

    /// <summary>Writes the footer and flushes the stream. Without it readers refuse the file as cut short.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        var start = Begin("footer"u8);
        _json.WriteNumber("entries"u8, _sealed + _tail);
        _json.WriteNumber("sealed"u8, _sealed);
        _json.WriteNumber("tail"u8, _tail);
        _json.WriteNumber("checkpoints"u8, _checkpoints);
        _json.WriteNumber("statements"u8, _statements);
        await End(start, cancellationToken);
        await WriteOutAsync(cancellationToken);
        await _stream.FlushAsync(cancellationToken);
        _complete = true;
    }

    /// <summary>Frees the buffers; does not write the footer.</summary>
    public ValueTask DisposeAsync() => _json.DisposeAsync();

    private int Begin(ReadOnlySpan<byte> type, bool header = false)
    {
        if (_complete || (_lines == 0 && !header))
            throw new InvalidOperationException("The header comes first, and nothing follows the footer.");
        _lines++;
        var start = _buffer.WrittenCount;
        _json.WriteStartObject();
        _json.WriteString("type"u8, type);
        return start;
    }

    private void Write(ReadOnlySpan<byte> name, LedgerHash hash)
    {
        Span<byte> bytes = stackalloc byte[LedgerHash.Size];
        hash.CopyTo(bytes);
        _json.WriteBase64String(name, bytes);
    }

    private ValueTask End(int start, CancellationToken cancellationToken)
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        if (_buffer.WrittenCount - start > ExportFormat.MaxLine)
            throw new ArgumentException($"Line {_lines} would be longer than {ExportFormat.MaxLine} bytes; the export is not usable.");
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        return _buffer.WrittenCount < FlushAt ? ValueTask.CompletedTask : WriteOutAsync(cancellationToken);
    }

    private async ValueTask WriteOutAsync(CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.ResetWrittenCount();
    }
}
