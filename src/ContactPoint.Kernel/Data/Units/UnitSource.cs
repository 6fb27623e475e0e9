using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>The units that wait for the writer, as a group commit takes them.</summary>
internal sealed class UnitSource(ChannelReader<QueuedUnit> queue)
{
    private const int MostInCommit = 512;

    /// <summary>Writers in a closed loop come back together just after a commit: how long one waits for as many as came last time.</summary>
    private static readonly long Patience = Stopwatch.Frequency / 10_000;

    private int lastGroup = 1;

    /// <summary>The next unit of a group that has so many; false when the group is to be committed. Never waits for the sake of a lone writer.</summary>
    public bool TryNext(int taken, [NotNullWhen(true)] out QueuedUnit? unit)
    {
        unit = null;
        if (taken < MostInCommit && (queue.TryRead(out unit) || (taken > 0 && taken < lastGroup && TryWait(out unit)))) return true;
        lastGroup = taken;
        return false;
    }

    private bool TryWait([NotNullWhen(true)] out QueuedUnit? unit)
    {
        var until = Stopwatch.GetTimestamp() + Patience;
        var spinner = default(SpinWait);
        while (Stopwatch.GetTimestamp() < until)
        {
            if (queue.TryRead(out unit)) return true;
            spinner.SpinOnce(sleep1Threshold: -1);
        }

        unit = null;
        return false;
    }
}
