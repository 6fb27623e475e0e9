using System.Security.Cryptography;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>The bytes of a file as its supplier sent them: counted, limited and digested on the way, with a look ahead at the beginning.</summary>
/// <param name="source">The file; left open.</param>
/// <param name="longest">The most bytes.</param>
internal sealed class IncomingBytes(Stream source, long longest) : PulledStream
{
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ReadOnlyMemory<byte> ahead;

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <summary>The first bytes, to be read again; the whole file when it is short.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(int most, CancellationToken cancellation)
    {
        var buffer = new byte[most];
        var read = await source.ReadAtLeastAsync(buffer, most, throwOnEndOfStream: false, cancellation);
        ahead = buffer.AsMemory(0, read);
        Take(ahead.Span);
        return ahead;
    }

    /// <summary>SHA-256 of what was read: of the file, once it was read to its end.</summary>
    public byte[] Digest() => digest.GetCurrentHash();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!ahead.IsEmpty)
        {
            var count = Math.Min(ahead.Length, buffer.Length);
            ahead[..count].CopyTo(buffer);
            ahead = ahead[count..];
            return count;
        }

        var read = await source.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) digest.Dispose();
        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        Count += bytes.Length;
        if (Count > longest) throw new FileRefusedException(FileErrors.TooLarge);
        digest.AppendData(bytes);
    }
}
