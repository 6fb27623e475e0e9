using System.Globalization;
using Spectre.Console;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>Prints the figures of a search bench.</summary>
internal static class SearchTelling
{
    private static readonly string[] Heads = ["queries", "p50 ms", "p95 ms", "p99 ms", "recall@1", "recall@10", "tied first", "best @1"];

    public static void Tell(IAnsiConsole console, BenchSearchFigures figures)
    {
        console.WriteLine(Text($"{figures.Children:N0} children in {figures.Rows:N0} rows, {figures.Names:N0} names: read in {figures.ReadSeconds:F1} s, built in {figures.BuildSeconds:F1} s, {figures.BytesAChild:F1} bytes a child"));
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Class");
        foreach (var head in Heads) table.AddColumn(new TableColumn(head).RightAligned());
        foreach (var (name, figure) in figures.Index.Classes.OrderBy(pair => pair.Key, StringComparer.Ordinal)) Row(table, name, figure, figures.Agreement.Ties.GetValueOrDefault(name));
        Row(table, "all, index", figures.Index, Mean([.. figures.Agreement.Ties.Values]));
        if (figures.Postgres is { } postgres)
        {
            if (postgres.IndexAgain is { } again) Row(table, "all, index again", again);
            Row(table, "all, PostgreSQL tuned", postgres.Figures);
        }

        if (figures.Gate is { } gate) Row(table, "all, through the gate", gate.Figures);
        Row(table, "all, scan of every child", figures.Scan);
        console.Write(table);
        if (figures.Postgres?.TimesQuicker is { } times) console.WriteLine(Text($"{times:F0} times quicker than PostgreSQL at 95 in 100, which loaded in {figures.Postgres.LoadSeconds:F0} s"));
        if (figures.Gate is { } through)
            console.WriteLine(Text($"The gate's database was loaded in {through.LoadSeconds:F0} s, its index built in {through.IndexSeconds:F0} s; one flush costs {through.FlushMs:F2} ms; {through.LeftOut:N0} queries without an accepted set of keys are left out{(figures.GateTimesQuicker is { } faster ? Text($"; {faster:F1} times quicker than PostgreSQL at 95 in 100") : string.Empty)}"));
        var losses = figures.Losses.Values.ToList();
        console.WriteLine(Text($"Not among the first ten: {losses.Sum(loss => loss.Tied):N0} beside children whom the query fits as well, {losses.Sum(loss => loss.Outscored):N0} behind better ones, {losses.Sum(loss => loss.ByRule):N0} no candidates"));
        console.WriteLine(Text($"Snapshot: {figures.Snapshot.Bytes / 1e6:N0} MB, written in {figures.Snapshot.WriteSeconds:F1} s, ready in {figures.Snapshot.LoadSeconds:F1} s. A write is found within {figures.Writes.VisibleP95Ms:F0} ms (95 in 100); 5,000 are merged in {figures.Writes.MergeSeconds:F1} s"));
        console.WriteLine(Text($"Same first ten as the scan: {figures.Agreement.SameTopTen:P2} of {figures.Agreement.Queries:N0} queries; children lost to the rule of candidates: {figures.Agreement.MissedTruth:P2}"));
    }

    private static void Row(Table table, string name, SearchFigures figures, TieFigure? ties = null) =>
        Row(table, name, figures.All with { RecallAt1 = figures.MeanRecallAt1, RecallAt10 = figures.MeanRecallAt10 }, ties);

    private static void Row(Table table, string name, SearchFigure figure, TieFigure? ties) => table.AddRow(
        Markup.Escape(name), figure.Queries.ToString("N0", CultureInfo.InvariantCulture), Text($"{figure.P50Ms:F2}"), Text($"{figure.P95Ms:F2}"), Text($"{figure.P99Ms:F2}"),
        Text($"{figure.RecallAt1:F3}"), Text($"{figure.RecallAt10:F3}"), ties is null ? string.Empty : Text($"{ties.TiedFirst:F3}"), ties is null ? string.Empty : Text($"{ties.Ceiling:F3}"));

    // The mean of the classes, as recall is.
    private static TieFigure? Mean(List<TieFigure> ties) => ties.Count == 0
        ? null
        : new(ties.Sum(tie => tie.Queries), ties.Average(tie => tie.TiedFirst), ties.Average(tie => tie.Expected), ties.Average(tie => tie.Ceiling));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
