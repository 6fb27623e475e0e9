using ContactPoint.Ledger.Verification;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Audit;

/// <summary>Says what the verifier found.</summary>
internal static class VerificationTelling
{
    private const int MostShown = 20;

    public static void Say(ToolOutput output, VerificationReport report) => output.Say(
        new
        {
            ok = report.Ok,
            report.Origin,
            report.Entries,
            report.Sealed,
            report.Tail,
            report.Checkpoints,
            report.ProvenSize,
            firstBadEntry = report.FirstBadEntry is { } bad ? new { bad.Kind, bad.LeafNumber, bad.Id, range = IsRange(bad) ? new[] { bad.RangeStart, bad.RangeEnd } : null } : null,
            report.ProblemCount,
            problems = report.Problems.Select(problem => new { problem.Kind, problem.Message }),
            report.Warnings,
        },
        console => Tell(console, report));

    private static void Tell(IAnsiConsole console, VerificationReport report)
    {
        if (report.Ok) console.MarkupLineInterpolated($"[green]The audit log verifies.[/] {report.Entries:N0} entries, {report.ProvenSize:N0} of them under a signed checkpoint.");
        else console.MarkupLineInterpolated($"[red]The audit log does not verify: {report.ProblemCount:N0} problems in {report.Entries:N0} entries.[/]");
        if (report.FirstBadEntry is { } bad) console.MarkupLineInterpolated($"First bad entry: [bold]{Name(bad)}[/] ({bad.Kind})");
        foreach (var problem in report.Problems.Take(MostShown)) console.WriteLine($"  {problem.Message}");
        foreach (var warning in report.Warnings) console.MarkupLineInterpolated($"[yellow]Note:[/] {warning}");
    }

    private static string Name(BadEntry bad) => (bad.LeafNumber, bad.Id) switch
    {
        ({ } leaf, { } id) => $"leaf {leaf}, id {id}",
        ({ } leaf, null) => $"leaf {leaf}",
        (null, { } id) => $"id {id}, not sealed yet",
        _ when bad.RangeStart == long.MaxValue => "in the tail that is not sealed yet",
        _ => $"one of the leaves {bad.RangeStart} to {bad.RangeEnd - 1}",
    };

    private static bool IsRange(BadEntry bad) => !bad.IsExact && bad.RangeStart != long.MaxValue;
}
