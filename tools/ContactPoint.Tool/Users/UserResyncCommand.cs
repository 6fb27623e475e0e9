using System.CommandLine;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Users;

/// <summary>Learns how far a token's clock is off, from two codes in a row, with the person at the desk.</summary>
internal static class UserResyncCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var name = UserActs.Name();
        var command = new Command("resync", "Learns how far a token's clock is off. Two codes in a row are asked for, or read as two lines of the input.") { name };
        command.SetBody(globals, streams, async run =>
        {
            if (await ToolHost.CheckAsync(run.Place, run.Cancellation) is { } refusal) return refusal;
            var (first, second) = (Read(streams, "A code:"), Read(streams, "The code after it:"));
            if (first is null || second is null) return NoCodes;
            var userName = run.Parsed.GetRequiredValue(name);
            return await UserActs.RunAsync(
                run, userName, (administration, caller, user) => administration.ResynchroniseTokenAsync(caller, user, first, second, run.Cancellation),
                $"The token of {userName} is in step again.");
        });
        return command;
    }

    private static string? Read(ToolStreams streams, string question)
    {
        var line = streams.CanAsk ? AnsiConsole.Console.Prompt(new TextPrompt<string>(question).AllowEmpty()) : streams.Input.ReadLine();
        return string.IsNullOrWhiteSpace(line) ? null : line.Trim();
    }

    private static readonly Error NoCodes = new("code.missing", "Give two codes in a row, each on a line of the input.");
}
