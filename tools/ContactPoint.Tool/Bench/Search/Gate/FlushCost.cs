using System.Diagnostics;

namespace ContactPoint.Tool.Bench.Search.Gate;

/// <summary>What one flush of the disk that temporary files lie on costs.</summary>
internal static class FlushCost
{
    private const int Times = 100;

    /// <summary>The median in milliseconds of writing 4 KB and flushing them.</summary>
    public static double Measure()
    {
        var name = Path.GetTempFileName();
        try
        {
            using var file = File.OpenHandle(name, FileMode.Open, FileAccess.ReadWrite);
            var page = new byte[4096];
            var took = new double[Times];
            for (var i = 0; i < Times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                RandomAccess.Write(file, page, (long)i * page.Length);
                RandomAccess.FlushToDisk(file);
                took[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            Array.Sort(took);
            return Math.Round(took[Times / 2], 3);
        }
        finally
        {
            File.Delete(name);
        }
    }
}
