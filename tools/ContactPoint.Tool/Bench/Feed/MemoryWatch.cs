namespace ContactPoint.Tool.Bench.Feed;

/// <summary>How much memory a piece of work took beyond what was held before it. MiB.</summary>
/// <param name="ManagedBefore">Managed and alive before it.</param>
/// <param name="ManagedAfter">Managed and alive after it.</param>
/// <param name="ManagedPeak">Managed at most meanwhile, garbage and all.</param>
/// <param name="ResidentBefore">Resident before it.</param>
/// <param name="ResidentPeak">Resident at most meanwhile.</param>
internal sealed record MemoryFigure(double ManagedBefore, double ManagedAfter, double ManagedPeak, double ResidentBefore, double ResidentPeak);

/// <summary>Looks at the process's memory again and again.</summary>
internal sealed class MemoryWatch
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly double managedBefore = Alive();
    private readonly double residentBefore = Mebibytes(Environment.WorkingSet);
    private readonly Task watching;
    private volatile bool enough;
    private double managedPeak;
    private double residentPeak;

    public MemoryWatch() => watching = Task.Run(WatchAsync);

    public async Task<MemoryFigure> EndAsync()
    {
        enough = true;
        await watching;
        return new MemoryFigure(managedBefore, Alive(), Math.Max(managedPeak, managedBefore), residentBefore, Math.Max(residentPeak, residentBefore));
    }

    private async Task WatchAsync()
    {
        while (!enough)
        {
            managedPeak = Math.Max(managedPeak, Mebibytes(GC.GetTotalMemory(forceFullCollection: false)));
            residentPeak = Math.Max(residentPeak, Mebibytes(Environment.WorkingSet));
            await Task.Delay(Between);
        }
    }

    private static double Alive()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return Mebibytes(GC.GetTotalMemory(forceFullCollection: true));
    }

    private static double Mebibytes(long bytes) => Math.Round(bytes / 1_048_576.0, 1);
}
