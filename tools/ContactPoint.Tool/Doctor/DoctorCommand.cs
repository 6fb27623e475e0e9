using System.CommandLine;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Doctor;

/// <summary>Says what is wrong with an installation, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var command = new Command("doctor", "Says what is wrong and what to do; exit code 1 when something is.");
        command.SetBody(globals, streams, RunAsync);
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run)
    {
        List<Finding> findings = [.. PlaceChecks.Run(run.Place)];
        if (findings[0].Health == Health.Good) findings.AddRange(await DatabaseChecks.RunAsync(run));
        var isWell = findings.All(finding => finding.Health != Health.Bad);
        run.Output.Say(new { ok = isWell, checks = findings }, console => Tell(console, findings));
        return isWell ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Tell(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        var grid = new Grid().AddColumns(3);
        foreach (var finding in findings)
        {
            var mark = finding.Health switch { Health.Good => "[green]ok[/]", Health.Warning => "[yellow]note[/]", _ => "[red]wrong[/]" };
            grid.AddRow(mark, Markup.Escape(finding.Check), Markup.Escape(finding.Says));
            if (finding.Do is { } act) grid.AddRow(string.Empty, string.Empty, $"[bold]{Markup.Escape(act)}[/]");
        }

        console.Write(grid);
    }
}
