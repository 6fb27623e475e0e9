using System.CommandLine;
using System.Globalization;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Synthetic;
using ContactPoint.Tool.Cli;
using ContactPoint.Tool.Generate;
using Spectre.Console;

namespace ContactPoint.Tool.Bench;

/// <summary>Measures the load of a synthetic country beside EF Core's SaveChanges in the same run.</summary>
internal static class BenchLoadCommand
{
    private const int DefaultChildren = 100_000;
    private const int Seed = 1;

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var children = GenerateCommand.ChildrenOption(DefaultChildren);
        var command = new Command("load", "Children loaded a second, with their indexes, and bytes a child.") { children };
        command.SetBody(globals, streams, run => RunAsync(run, run.Parsed.GetValue(children)));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, int children)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-bench-");
        try
        {
            var baseline = await LoadBaseline.MeasureAsync(Path.Combine(folder.FullName, "baseline"), Seed, children, run.Cancellation);
            var whole = await ToolProgress.RunAsync(run.Output.Streams, "Loading", progress => WholeAsync(Path.Combine(folder.FullName, "whole"), children, progress, run.Cancellation));
            if (!whole.Succeeded) return whole.Error;
            var figures = new LoadFigures(
                whole.Value, baseline, Math.Round(whole.Value.PerSecond / baseline.EfWhole.PerSecond, 1), Math.Round(baseline.BulkRows.PerSecond / baseline.EfRows.PerSecond, 1),
                Math.Round(baseline.EfRows.CpuMicroseconds / baseline.BulkRows.CpuMicroseconds, 1));
            run.Output.Say(figures, console => Tell(console, figures));
            return ExitCode.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Result<WholeLoad>> WholeAsync(string folder, int children, IToolProgress progress, CancellationToken cancellation)
    {
        var place = new DataPlace(folder, null);
        long before;
        RateFigure rate;
        await using (var host = ToolHost.Open(place, mayCreateKeys: true, keepsIndex: true))
        {
            await host.Get<Migrator>().MigrateAsync(cancellation);
            before = new FileInfo(place.DatabaseFile).Length;
            var (loaded, figure) = await RateFigure.MeasureAsync(children, () => host.ActAsync(
                caller => new CountryLoad(host, caller, new SyntheticCountry(Seed, children)).RunAsync(progress, cancellation), cancellation));
            if (!loaded.Succeeded) return loaded.Error;
            rate = figure;
        }

        // The last connection is closed: the write-ahead log is in the file.
        return new WholeLoad(children, rate.PerSecond, rate.Seconds, rate.CpuMicroseconds, Math.Round((new FileInfo(place.DatabaseFile).Length - before) / (double)children), Environment.WorkingSet >> 20);
    }

    private static void Tell(IAnsiConsole console, LoadFigures figures)
    {
        var (whole, baseline) = (figures.Load, figures.Baseline);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{whole.Children:N0} children with staff and indexes in {whole.Seconds:N1} s: {whole.PerSecond:N0} a second, {whole.CpuMicroseconds:N0} µs of processor and {whole.BytesAChild:N0} bytes of disk each."));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Through SaveChanges, one core after the other: {baseline.EfWhole.PerSecond:N0} a second ({figures.Ratio:N1} times slower). Writing alone: {baseline.BulkRows.PerSecond:N0} rows/s against {baseline.EfRows.PerSecond:N0} ({figures.RowRatio:N1} times; {figures.RowCpuRatio:N1} by processor time)."));
    }
}

/// <summary>All figures of a run.</summary>
/// <param name="Load">The whole load.</param>
/// <param name="Baseline">SaveChanges, and writing alone.</param>
/// <param name="Ratio">Children a second, whole against SaveChanges.</param>
/// <param name="RowRatio">Rows a second, writing alone.</param>
/// <param name="RowCpuRatio">Processor time of a row, writing alone.</param>
internal sealed record LoadFigures(WholeLoad Load, LoadBaseline Baseline, double Ratio, double RowRatio, double RowCpuRatio);

/// <summary>The whole load: generated, sealed, written, indexed.</summary>
internal sealed record WholeLoad(int Children, double PerSecond, double Seconds, double CpuMicroseconds, double BytesAChild, long WorkingSetMiB);
