namespace ContactPoint.Shell.CheckFile;

/// <summary>The turns of a host; whoever finds none is sent away at once, so that nobody's file waits in memory.</summary>
internal sealed class CheckFileTurns(int most) : IDisposable
{
    private readonly SemaphoreSlim free = new(most, most);

    public bool TryTake() => free.Wait(0);

    public void GiveBack() => free.Release();

    public void Dispose() => free.Dispose();
}
