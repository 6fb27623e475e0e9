using System.CommandLine;
using System.Diagnostics;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>Measures the search index alone, beside a scan of every child and, where it is installed, PostgreSQL on the same queries.</summary>
internal static class BenchSearchCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var children = new Option<FileInfo>("--children-file") { Description = "CSV: id,forename,middle,surname,sex,dob,postcode,area." };
        var queries = new Option<FileInfo>("--queries-file") { Description = "CSV: qid,cls,forename,surname,dob,age,sex,postcode,true_id." };
        var compared = new Option<int>("--compare") { Description = "How many queries are compared with the scan of every child.", DefaultValueFactory = _ => 10_000 };
        var scanned = new Option<int>("--scan") { Description = "How many queries the scan is timed with.", DefaultValueFactory = _ => 200 };
        var command = new Command("search", "The search index: time, recall, memory.") { children, queries, compared, scanned };
        command.SetBody(globals, streams, run => RunAsync(
            run, run.Parsed.GetValue(children), run.Parsed.GetValue(queries), run.Parsed.GetValue(scanned), run.Parsed.GetValue(compared)));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, FileInfo? children, FileInfo? queries, int scanned, int compared)
    {
        if (children is null || queries is null) return new Error("bench.files", "Give --children-file and --queries-file.");
        foreach (var file in new[] { children, queries })
            if (!file.Exists) return ToolErrors.NoFile(file.FullName);
        var figures = await ToolProgress.RunAsync(run.Output.Streams, "Measuring", progress => Task.Run(
            () => Measure(children.FullName, queries.FullName, scanned, compared, progress, run.Cancellation), run.Cancellation));
        run.Output.Say(figures, console => SearchTelling.Tell(console, figures));
        return ExitCode.Done;
    }

    private static BenchSearchFigures Measure(string children, string queries, int scanned, int compared, IToolProgress progress, CancellationToken cancellation)
    {
        const int steps = 4;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var builder = new IndexBuilder();
        foreach (var child in BenchFiles.Children(children))
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(child.ToRecord());
        }

        var read = clock.Elapsed;
        clock.Restart();
        var segment = builder.Build();
        var built = clock.Elapsed;
        builder = null;
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / Math.Max(1, segment.Count);
        progress.Report(1, steps);

        var trials = BenchFiles.Queries(queries).ToList();
        var index = new IndexSnapshot(segment);
        var alone = SearchRun.Measure(trials, query => SearchRun.Keys(index.Search(query)), cancellation);
        progress.Report(2, steps);

        var scan = new ColumnScan(segment);
        var scans = SearchRun.Measure(Sample(trials, scanned), query => SearchRun.Keys(scan.Search(query)), cancellation);
        progress.Report(3, steps);
        var agreement = ScanAgreement.Measure(Sample(trials, compared), index, scan, cancellation);
        progress.Report(4, steps);
        return new BenchSearchFigures(
            segment.Count, segment.RowCount, Math.Round(read.TotalSeconds, 2), Math.Round(built.TotalSeconds, 2), Math.Round(bytes, 1), alone, scans, agreement);
    }

    /// <summary>Evenly over the whole, so that each class has its share.</summary>
    private static List<SearchTrial> Sample(List<SearchTrial> trials, int most)
    {
        if (trials.Count <= most) return trials;
        return [.. Enumerable.Range(0, most).Select(i => trials[(int)((long)i * trials.Count / most)])];
    }
}

/// <summary>All figures of a run.</summary>
/// <param name="Children">Children in the index.</param>
/// <param name="Rows">Rows: one a name of each child.</param>
/// <param name="ReadSeconds">Reading the file and gathering the records.</param>
/// <param name="BuildSeconds">Building the index of what was gathered.</param>
/// <param name="BytesAChild">Managed memory held by the index, dictionary and all, divided by the children.</param>
/// <param name="Index">The index alone.</param>
/// <param name="Scan">A scan of every child, on a sample.</param>
/// <param name="Agreement">How the two compare.</param>
internal sealed record BenchSearchFigures(
    int Children, int Rows, double ReadSeconds, double BuildSeconds, double BytesAChild, SearchFigures Index, SearchFigures Scan, ScanAgreement Agreement);
