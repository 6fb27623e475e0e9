using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Users;

/// <summary>Where a password comes from: typed unseen, twice; or one line of the input. Never an argument, which every process on the machine can read.</summary>
internal static class Passwords
{
    public static Result<string> Read(ToolStreams streams)
    {
        if (!streams.CanAsk) return streams.Input.ReadLine() is { Length: > 0 } line ? line : None;
        var console = AnsiConsole.Console;
        var first = console.Prompt(new TextPrompt<string>("Password (15 characters or more):").Secret(null).AllowEmpty());
        var second = console.Prompt(new TextPrompt<string>("Again:").Secret(null).AllowEmpty());
        return first == second ? first : Differ;
    }

    private static readonly Error None = new("password.missing", "Give the password as one line of the input.");

    private static readonly Error Differ = new("password.differ", "The two passwords differ. Try again.");
}
