using System.CommandLine;
using System.Globalization;
using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Keys;

/// <summary>The sealing keys by number and age. Their bytes are told by no command.</summary>
internal static class KeyListCommand
{
    private static readonly string[] Heads = ["Key", "Made", "Age", ""];

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var command = new Command("list", "The sealing keys: numbers and ages, never the bytes.");
        command.SetBody(globals, streams, RunAsync);
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run)
    {
        if (!run.Place.HasKeys) return ToolErrors.NoKeys(run.Place.Keys);
        await using var host = ToolHost.Open(run.Place);
        var now = host.Get<TimeProvider>().GetUtcNow();
        var keys = host.Get<ISealingKeys>().List().Select(key => new { key.Id, key.Made, AgeDays = (now - key.Made)?.Days, key.IsCurrent }).ToList();
        run.Output.Say(new { ok = true, keys }, console =>
        {
            var table = new Table { Border = TableBorder.Simple };
            foreach (var head in Heads) table.AddColumn(head);
            foreach (var key in keys)
            {
                table.AddRow(
                    key.Id.ToString("D6", CultureInfo.InvariantCulture), key.Made?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "not known",
                    key.AgeDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} days") : "", key.IsCurrent ? "seals" : "opens");
            }

            console.Write(table);
        });
        return ExitCode.Done;
    }
}
