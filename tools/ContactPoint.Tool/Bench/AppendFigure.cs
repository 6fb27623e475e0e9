namespace ContactPoint.Tool.Bench;

/// <summary>What one load measured.</summary>
/// <param name="Entries">Entries committed.</param>
/// <param name="PerSecond">Entries a second.</param>
/// <param name="P50Ms">Half of the replies came within this, in milliseconds; each waits for the flush.</param>
/// <param name="P95Ms">95 in 100 did.</param>
internal sealed record AppendFigure(long Entries, double PerSecond, double P50Ms, double P95Ms)
{
    /// <summary>Against the plain loop of one flush an entry in the same run.</summary>
    public double Ratio { get; init; }

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

    public AppendFigure Against(double baseline) => this with { Ratio = baseline > 0 ? Math.Round(PerSecond / baseline, 2) : 0 };

    private static double Rounded(double value) => Math.Round(value, 3);
}
