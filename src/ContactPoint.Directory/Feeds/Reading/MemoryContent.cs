using System.Buffers;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>A small file in memory: for dry runs.</summary>
/// <param name="bytes">The file.</param>
internal sealed class MemoryContent(ReadOnlyMemory<byte> bytes) : IFeedContent
{
    private const int PieceSize = 64 * 1024;

    /// <summary>Reads a stream to its end, in a buffer that grows with it.</summary>
    /// <exception cref="FileRefusedException">It is longer than it may be.</exception>
    public static async Task<MemoryContent> ReadAsync(Stream stream, long longest, CancellationToken cancellation)
    {
        var held = new ArrayBufferWriter<byte>();
        while (held.WrittenCount <= longest)
        {
            var count = await stream.ReadAsync(held.GetMemory(PieceSize), cancellation);
            if (count == 0) return new MemoryContent(held.WrittenMemory);
            held.Advance(count);
        }

        throw new FileRefusedException(FileErrors.TooLarge);
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        if (bytes.Length > 0) yield return bytes;
    }

    public ValueTask<ReadOnlyMemory<byte>> SliceAsync(long offset, int length, CancellationToken cancellation = default) =>
        ValueTask.FromResult(bytes.Slice(checked((int)offset), length));
}
