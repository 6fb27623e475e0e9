using System.CommandLine;
using System.Globalization;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Bench;

/// <summary>Measures the audit trail on this machine, beside one writer with a flush an entry and a plain loop in the same run: trust the ratios.</summary>
internal static class BenchAuditCommand
{
    private const int DefaultSeconds = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var seconds = new Option<int>("--seconds") { Description = "Length of each load.", DefaultValueFactory = _ => DefaultSeconds };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 600) result.AddError("--seconds is 1 to 600.");
        });
        var command = new Command("audit", "Entries with their data change a second, and entries verified a second.") { seconds };
        command.SetBody(globals, streams, run => RunAsync(run, TimeSpan.FromSeconds(run.Parsed.GetValue(seconds))));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, TimeSpan length)
    {
        // A data directory of its own in the temporary folder, removed afterwards: a bench never touches real data.
        var folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-bench-");
        try
        {
            var figures = await ToolProgress.RunAsync(run.Output.Streams, "Measuring", progress => MeasureAsync(folder.FullName, length, progress, run.Cancellation));
            run.Output.Say(figures, console => Tell(console, figures));
            return ExitCode.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<BenchFigures> MeasureAsync(string folder, TimeSpan length, IToolProgress progress, CancellationToken cancellation)
    {
        const int steps = 7;
        await using var host = ToolHost.Open(new DataPlace(folder, null), mayCreateKeys: true);
        await host.Get<Migrator>().MigrateAsync(cancellation);
        return await host.ActAsync(
            async caller =>
            {
                var load = new AppendLoad(host, caller);
                await load.RunAsync(16, WarmUp, cancellation);
                PlainLoop.Run(folder, WarmUp);
                var before = PlainLoop.Run(folder, length);
                progress.Report(1, steps);
                var one = await load.RunAsync(1, length, cancellation);
                progress.Report(2, steps);
                var sixteen = await load.RunAsync(16, length, cancellation);
                progress.Report(3, steps);
                var many = await load.RunAsync(256, length, cancellation);
                progress.Report(4, steps);

                // The baselines again: machines are noisy, the mean of before and after is the measure.
                var oneAfter = await load.RunAsync(1, length, cancellation);
                progress.Report(5, steps);
                var after = PlainLoop.Run(folder, length);
                progress.Report(6, steps);
                var verify = await VerifyFigure.MeasureAsync(host, cancellation);
                var (oneFlush, plain) = ((one.PerSecond + oneAfter.PerSecond) / 2, (before.PerSecond + after.PerSecond) / 2);
                AppendFigure Against(AppendFigure figure) => figure.Against(oneFlush, plain);
                return new BenchFigures(
                    [Against(before), Against(after)], [Against(one), Against(oneAfter)], Against(sixteen), Against(many), Math.Round(sixteen.P95Ms - one.P95Ms, 3), verify);
            },
            cancellation);
    }

    private static void Tell(IAnsiConsole console, BenchFigures figures)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Load");
        foreach (var head in new[] { "entries/s", "× one flush", "× plain", "p50 ms", "p95 ms", "CPU µs" }) table.AddColumn(new TableColumn(head).RightAligned());
        Row(table, "plain loop (before)", figures.PlainLoop[0]);
        Row(table, "1 writer: one flush an entry (before)", figures.OneWriter[0]);
        Row(table, "16 writers, closed loop", figures.SixteenWriters);
        Row(table, "256 in flight", figures.InFlight256);
        Row(table, "1 writer: one flush an entry (after)", figures.OneWriter[1]);
        Row(table, "plain loop (after)", figures.PlainLoop[1]);
        console.Write(table);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Verified: {figures.Verify.PerSecond:N0} entries/s with the public key, {figures.Verify.WithMacPerSecond:N0} with the MAC key ({figures.Verify.Entries:N0} entries, two threads on {figures.Verify.Cores} cores, {figures.Verify.CpuMicroseconds:F1} µs CPU an entry)"));
    }

    private static void Row(Table table, string name, AppendFigure figure) => table.AddRow(
        name, figure.PerSecond.ToString("N0", CultureInfo.InvariantCulture), figure.OverOneFlush.ToString("F2", CultureInfo.InvariantCulture),
        figure.OverPlainLoop.ToString("F2", CultureInfo.InvariantCulture),
        figure.P50Ms.ToString("F3", CultureInfo.InvariantCulture), figure.P95Ms.ToString("F3", CultureInfo.InvariantCulture),
        figure.CpuMicroseconds.ToString("F0", CultureInfo.InvariantCulture));
}

/// <summary>All figures of a run.</summary>
internal sealed record BenchFigures(
    IReadOnlyList<AppendFigure> PlainLoop, IReadOnlyList<AppendFigure> OneWriter, AppendFigure SixteenWriters, AppendFigure InFlight256, double AddedP95Ms, VerifyFigure Verify);
