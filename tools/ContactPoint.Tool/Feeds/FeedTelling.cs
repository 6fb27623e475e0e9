using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.CheckFile;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Feeds;

/// <summary>Says how a feed went.</summary>
internal static class FeedTelling
{
    public static void Say(ToolOutput output, FeedRunSummary run) => output.Say(
        new { ok = run.State == FeedRunState.Applied, run = run.Id, run.State, run.SourceName, run.AsAt, run.Rows, run.Counts, run.Error, run.Threshold, run.EndingsHeldBack },
        console => Tell(console, run));

    public static void Say(ToolOutput output, FeedPreview preview) => output.Say(
        new { ok = true, dryRun = true, preview.Rows, preview.New, preview.Changed, preview.Unchanged, preview.Ended, preview.Rejected, preview.NeedsApproval },
        console =>
        {
            console.WriteLine($"Dry run: {preview.Rows:N0} rows. Against the last file: {preview.New:N0} new, {preview.Changed:N0} changed, {preview.Unchanged:N0} unchanged, "
                + $"{preview.Ended:N0} missing, {preview.Rejected:N0} would be rejected.");
            if (preview.NeedsApproval) console.WriteLine("More than a fifth would change or end: it needs --approve.");
        });

    public static void Say(ToolOutput output, FileReport report, FeedFormat format) => output.Say(
        new { ok = report.IsGood, format = format.Key, report.Error, report.Rows, report.Good, report.Repeated, rejected = report.Problems.Count, report.Problems },
        console => Tell(console, report));

    private static void Tell(IAnsiConsole console, FileReport report)
    {
        if (report.Error is { } error)
        {
            console.WriteLine($"The whole file would be refused ({error.Code}): {error.Message}");
            return;
        }

        foreach (var row in report.Problems) console.WriteLine($"line {row.Line}: {row.Code}{(row.Field is { } field ? $" ({field})" : "")}: {row.WhatToDo}");
        if (report.Problems.Count > 0) console.WriteLine();
        console.WriteLine($"{report.Rows:N0} rows: {report.Good:N0} would be taken, {report.Repeated:N0} repeat another, {report.Problems.Count:N0} would be rejected.");
        foreach (var (code, count) in report.Problems.CountBy(row => row.Code).OrderByDescending(code => code.Value)) console.WriteLine($"  {count,7:N0}  {code}");
    }

    private static void Tell(IAnsiConsole console, FeedRunSummary run)
    {
        console.WriteLine($"{run.SourceName}, {run.AsAt:d MMMM yyyy}: {Words(run.State)}");
        if (run.Error is { } error) console.MarkupLineInterpolated($"[red]{error.Message}[/]");
        if (run.State == FeedRunState.AwaitingApproval && run.Threshold is { } threshold)
            console.WriteLine($"{threshold.Changed:N0} of {threshold.Previous:N0} rows would change and {threshold.Ended:N0} would end or are missing. Check the file; if it is right, run again with --approve.");
        if (run.State != FeedRunState.Applied) return;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Outcome").AddColumn(new TableColumn("Rows").RightAligned());
        foreach (var (name, count) in Lines(run)) table.AddRow(name, count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        console.Write(table);
        if (run.EndingsHeldBack) console.WriteLine("Nobody who is missing from the file was ended: a rejected row may be one of them. Put the file right and send it again.");
    }

    private static IEnumerable<(string Name, int Count)> Lines(FeedRunSummary run)
    {
        var (isRegister, counts) = (run.Subject == FeedSubject.Organisations, run.Counts);
        return
        [
            ("changed", counts.Applied), ("unchanged", counts.Unchanged), (isRegister ? "new organisation" : "new record", counts.Created), ("waits for a steward", counts.Queued),
            ("rejected", counts.Rejected), (isRegister ? "missing from the file: left as they are" : "ended: missing from the file", counts.Ended),
        ];
    }

    private static string Words(FeedRunState state) => state switch
    {
        FeedRunState.Applied => "applied",
        FeedRunState.AwaitingApproval => "stopped, waits for approval",
        FeedRunState.Refused => "refused, nothing was changed",
        FeedRunState.Interrupted or FeedRunState.Failed => "broken off; the same file takes it up again",
        FeedRunState.Queued => "queued",
        _ => "not finished",
    };
}
