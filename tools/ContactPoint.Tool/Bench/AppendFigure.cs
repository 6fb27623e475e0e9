namespace ContactPoint.Tool.Bench;

/// <summary>What one load measured.</summary>
/// <param name="Entries">Entries committed.</param>
/// <param name="PerSecond">Entries a second.</param>
/// <param name="P50Ms">Half of the replies came within this, in milliseconds; each waits for the flush.</param>
/// <param name="P95Ms">95 in 100 did.</param>
internal sealed record AppendFigure(long Entries, double PerSecond, double P50Ms, double P95Ms)
{
    /// <summary>Against the product's own path with one flush an entry (one writer) in the same run: what group commit brings.</summary>
    public double OverOneFlush { get; init; }

    /// <summary>Against the plain loop in the same run: one flush an entry too, but nothing sealed and no MAC.</summary>
    public double OverPlainLoop { get; init; }

    /// <summary>Processor time of the whole process for one entry, in microseconds: hardly touched by what else the machine does.</summary>
    public double CpuMicroseconds { get; init; }

    public static AppendFigure Of(IReadOnlyList<double> milliseconds, TimeSpan took, TimeSpan cpu)
    {
        var sorted = milliseconds.Order().ToArray();
        if (sorted.Length == 0) return new AppendFigure(0, 0, 0, 0);
        return new AppendFigure(sorted.Length, Math.Round(sorted.Length / took.TotalSeconds), Rounded(sorted[sorted.Length / 2]), Rounded(sorted[sorted.Length * 95 / 100]))
        {
            CpuMicroseconds = Math.Round(cpu.TotalMicroseconds / sorted.Length, 1),
        };
    }

    public AppendFigure Against(double oneFlush, double plainLoop) =>
        this with { OverOneFlush = Math.Round(PerSecond / Math.Max(oneFlush, 1), 2), OverPlainLoop = Math.Round(PerSecond / Math.Max(plainLoop, 1), 2) };

    private static double Rounded(double value) => Math.Round(value, 3);
}
