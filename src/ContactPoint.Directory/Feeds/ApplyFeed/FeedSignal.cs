namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Wakes the queue of this process; another node's finds the run by looking.</summary>
internal sealed class FeedSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0);

    public void Raise() => raised.Release();

    public Task WaitAsync(TimeSpan most, CancellationToken cancellation) => raised.WaitAsync(most, cancellation);

    public void Dispose() => raised.Dispose();
}
