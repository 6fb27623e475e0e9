namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>The bytes of a file that was received: from the beginning, as often as needed, and in slices.</summary>
internal interface IFeedContent
{
    /// <summary>All of it in blocks; a block is good until the next is asked for.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellation = default);

    /// <summary>A part of it.</summary>
    /// <param name="offset">Where it begins.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    ValueTask<ReadOnlyMemory<byte>> SliceAsync(long offset, int length, CancellationToken cancellation = default);
}
