using System.CommandLine;
using System.Diagnostics;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Results;
using ContactPoint.Synthetic;
using ContactPoint.Tool.Bench.Search.Gate;
using ContactPoint.Tool.Bench.Search.Postgres;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>Measures the search index alone, beside a scan of every child and, where it is installed, PostgreSQL on the same queries.</summary>
internal static class BenchSearchCommand
{
    private const int MostForPostgres = 2_000;

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var children = new Option<FileInfo>("--children-file") { Description = "CSV: id,forename,middle,surname,sex,dob,postcode,area." };
        var queries = new Option<FileInfo>("--queries-file") { Description = "CSV: qid,cls,forename,surname,dob,age,sex,postcode,true_id." };
        var number = new Option<int>("--children") { Description = "Instead of files: a synthetic country of so many children." };
        var seed = new Option<int>("--seed") { Description = "The country's seed.", DefaultValueFactory = _ => 1 };
        var perClass = new Option<int>("--queries") { Description = "Queries of each class about the synthetic country.", DefaultValueFactory = _ => 500 };
        var compared = new Option<int>("--compare") { Description = "How many queries are compared with the scan of every child.", DefaultValueFactory = _ => 10_000 };
        var scanned = new Option<int>("--scan") { Description = "How many queries the scan is timed with.", DefaultValueFactory = _ => 200 };
        var repeat = new Option<int>("--repeat") { Description = "How often each query is asked of each program; the best time counts.", DefaultValueFactory = _ => 1 };
        repeat.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100) result.AddError("--repeat is 1 to 100.");
        });
        var alone = new Option<bool>("--no-postgres") { Description = "Do not measure PostgreSQL beside, though it is installed." };
        var gate = new Option<bool>("--gate") { Description = "With --children: the same queries through the gate as well, on a database loaded for it. Only queries that an accepted set of keys covers are asked." };
        var command = new Command("search", "The search index: time, recall, memory.") { children, queries, number, seed, perClass, compared, scanned, repeat, alone, gate };
        command.SetBody(globals, streams, run => RunAsync(
            run, SourceOf(run.Parsed.GetValue(children), run.Parsed.GetValue(queries), run.Parsed.GetValue(number), run.Parsed.GetValue(seed), run.Parsed.GetValue(perClass)),
            new BenchSize(run.Parsed.GetValue(scanned), run.Parsed.GetValue(compared), run.Parsed.GetValue(repeat), !run.Parsed.GetValue(alone), run.Parsed.GetValue(gate))));
        return command;
    }

    private static Result<BenchSource> SourceOf(FileInfo? children, FileInfo? queries, int number, int seed, int perClass)
    {
        if (number > 0)
        {
            var country = new SyntheticCountry(seed, number);
            return new BenchSource(() => BenchCountry.Children(country), ids => ids.Select(id => BenchCountry.Child(country, id)), () => BenchCountry.Queries(country, perClass)) { Country = country };
        }

        if (children is null || queries is null) return new Error("bench.files", "Give --children-file and --queries-file, or --children.");
        foreach (var file in new[] { children, queries })
            if (!file.Exists) return ToolErrors.NoFile(file.FullName);
        return new BenchSource(() => BenchFiles.Children(children.FullName), ids => BenchFiles.Children(children.FullName).Where(child => ids.Contains(child.Id)), () => BenchFiles.Queries(queries.FullName));
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, Result<BenchSource> source, BenchSize size)
    {
        if (!source.Succeeded) return source.Error;
        if (size.Gate && source.Value.Country is null) return new Error("bench.gate", "--gate needs --children: the database is loaded with a synthetic country.");
        var figures = await ToolProgress.RunAsync(run.Output.Streams, "Measuring", progress => Task.Run(
            () => MeasureAsync(source.Value, size, progress, run.Cancellation), run.Cancellation));
        run.Output.Say(figures, console => SearchTelling.Tell(console, figures));
        return ExitCode.Done;
    }

    private static async Task<BenchSearchFigures> MeasureAsync(BenchSource source, BenchSize size, IToolProgress progress, CancellationToken cancellation)
    {
        const int steps = 7;
        var all = source.Queries().ToList();
        List<SearchTrial> trials = size.Gate ? [.. all.Where(GateCriteria.Accepts)] : all;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (segment, read, built) = Build(source, cancellation);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / Math.Max(1, segment.Count);
        progress.Report(1, steps);

        var index = new IndexSnapshot(segment);
        SearchFigures Alone() => SearchRun.Measure(trials, query => SearchRun.Keys(index.Search(query)), size.Repeat, cancellation);
        var alone = Alone();
        var losses = SearchLosses.Measure(trials, source, index, cancellation);
        progress.Report(2, steps);

        // Loaded before PostgreSQL is measured, so that the two are asked in the same minutes.
        await using var place = size.Gate && source.Country is { } country ? await GatePlace.LoadAsync(country, cancellation) : null;
        PostgresFigure? beside = null;
        if (size.Postgres && PostgresCluster.FindBinaries() is { } binaries)
        {
            beside = await PostgresFigure.MeasureAsync(binaries, source, Sample(trials, MostForPostgres), size.Repeat, cancellation);

            // The index again in the same minute as PostgreSQL: the better of the two runs is no better than the machine was.
            beside = beside with { IndexAgain = Alone() };
        }

        var gate = place is null ? null : await GateFigure.MeasureAsync(place, source.Country!, trials, all.Count - trials.Count, Alone, cancellation);
        progress.Report(4, steps);
        var snapshot = SnapshotFigure.Measure(segment);
        var writes = WriteFigure.Measure(segment);
        progress.Report(5, steps);
        var scan = new ColumnScan(segment);
        var scans = SearchRun.Measure(Sample(trials, size.Scanned), query => SearchRun.Keys(scan.Search(query)), size.Repeat, cancellation);
        progress.Report(6, steps);
        var agreement = ScanAgreement.Measure(Sample(trials, size.Compared), index, scan, cancellation);
        progress.Report(7, steps);
        return new BenchSearchFigures(
            segment.Count, segment.RowCount, segment.NameCount, Math.Round(read.TotalSeconds, 2), Math.Round(built.TotalSeconds, 2), Math.Round(bytes, 1), alone, losses, beside, gate, snapshot, writes, scans, agreement);
    }

    private static (ResidentIndex Segment, TimeSpan Read, TimeSpan Built) Build(BenchSource source, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var builder = new IndexBuilder();
        foreach (var child in source.Children())
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(child.ToRecord());
        }

        var read = clock.Elapsed;
        clock.Restart();
        return (builder.Build(), read, clock.Elapsed);
    }

    /// <summary>Evenly over the whole, so that each class has its share.</summary>
    private static List<SearchTrial> Sample(List<SearchTrial> trials, int most)
    {
        if (trials.Count <= most) return trials;
        return [.. Enumerable.Range(0, most).Select(i => trials[(int)((long)i * trials.Count / most)])];
    }
}

/// <summary>How much is measured.</summary>
/// <param name="Scanned">Queries that the scan of every child is timed with.</param>
/// <param name="Compared">Queries whose first ten are compared with the scan's.</param>
/// <param name="Repeat">How often each query is asked.</param>
/// <param name="Postgres">Whether PostgreSQL is measured beside, where it is installed.</param>
/// <param name="Gate">Whether the gate is measured as well.</param>
internal sealed record BenchSize(int Scanned, int Compared, int Repeat, bool Postgres, bool Gate);
