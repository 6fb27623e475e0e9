using System.Globalization;
using Spectre.Console;

namespace ContactPoint.Tool.Bench.Feed;

/// <summary>The figures as a table.</summary>
internal static class FeedBenchTelling
{
    private static readonly string[] Heads = ["rows/s", "seconds", "CPU µs", "managed MiB", "peak", "resident MiB", "peak"];

    private static readonly string[] Baselines = ["plain upserts, new (before)", "plain upserts, there (before)", "plain upserts, new (after)", "plain upserts, there (after)"];

    public static void Tell(IAnsiConsole console, FeedFigures figures)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures.Rows:N0} rows in {figures.Files:N0} rolls, on {figures.Children:N0} children."));
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        foreach (var head in Heads) table.AddColumn(new TableColumn(head).RightAligned());
        Row(table, "applied", figures.First);
        Row(table, "again", figures.Again);
        foreach (var (name, rate) in Baselines.Zip(figures.Plain))
            table.AddRow(name, Number(rate.PerSecond), Number(rate.Seconds, 2), Number(rate.CpuMicroseconds), "", "", "", "");
        console.Write(table);
        foreach (var (name, figure) in new[] { ("applied", figures.First), ("again", figures.Again) })
        {
            console.WriteLine($"{name}: {string.Join(", ", figure.Steps.OrderByDescending(step => step.Value).Select(step => $"{step.Key} {Number(step.Value, 2)} s"))}");
            var counts = figure.Counts;
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: changed {counts.Applied:N0}, unchanged {counts.Unchanged:N0}, new {counts.Created:N0}, wait {counts.Queued:N0}, rejected {counts.Rejected:N0}, ended {counts.Ended:N0}; {figure.Changes:N0} records changed"));
        }
    }

    private static void Row(Table table, string name, FeedFigure figure) => table.AddRow(
        name, Number(figure.Rate.PerSecond), Number(figure.Rate.Seconds, 2), Number(figure.Rate.CpuMicroseconds), $"{Number(figure.Memory.ManagedBefore)} to {Number(figure.Memory.ManagedAfter)}",
        Number(figure.Memory.ManagedPeak), Number(figure.Memory.ResidentBefore), Number(figure.Memory.ResidentPeak));

    private static string Number(double value, int digits = 0) => value.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
