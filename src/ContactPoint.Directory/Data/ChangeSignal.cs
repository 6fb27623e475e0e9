namespace ContactPoint.Directory.Data;

/// <summary>Wakes the follower of the change table in this process as soon as a write has committed.</summary>
internal sealed class ChangeSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);

    public void Raise()
    {
        try
        {
            if (raised.CurrentCount == 0) raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Raised by another writer at the same moment: once is enough.
        }
        catch (ObjectDisposedException)
        {
            // The host is stopping.
        }
    }

    /// <summary>Waits until raised, or for as long as another node's write may stay unnoticed.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellation) => raised.WaitAsync(most, cancellation);

    public void Dispose() => raised.Dispose();
}
