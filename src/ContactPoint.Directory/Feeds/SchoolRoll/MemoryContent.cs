namespace ContactPoint.Directory.Feeds.SchoolRoll;

/// <summary>A small file in memory: for dry runs.</summary>
/// <param name="bytes">The file.</param>
internal sealed class MemoryContent(ReadOnlyMemory<byte> bytes) : IFeedContent
{
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        if (bytes.Length > 0) yield return bytes;
    }

    public ValueTask<ReadOnlyMemory<byte>> SliceAsync(long offset, int length, CancellationToken cancellation = default) =>
        ValueTask.FromResult(bytes.Slice(checked((int)offset), length));
}
