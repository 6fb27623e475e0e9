using System.CommandLine;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Users;

/// <summary>Suspends a user in an emergency, and lifts that again. Both take a reason, which the audit entry keeps.</summary>
internal static class UserStateCommands
{
    private const int LongestReason = 500;

    public static Command Suspend(GlobalOptions globals, ToolStreams streams) =>
        Build(globals, streams, "suspend", "Suspends a user: every session ends at once and nobody signs in with the account.", async (run, name, reason) =>
            await UserActs.RunAsync(
                run, name, (administration, caller, user) => administration.SuspendAsync(caller, user, reason, run.Cancellation),
                $"Suspended {name}. Every session of the account has ended. To lift it: contactpoint user reinstate {name} --reason TEXT"));

    public static Command Reinstate(GlobalOptions globals, ToolStreams streams) =>
        Build(globals, streams, "reinstate", "Lifts a suspension. Roles, token and evidence are those of before; none is added or renewed.", async (run, name, reason) =>
            await UserActs.RunAsync(
                run, name, (administration, caller, user) => administration.ReinstateAsync(caller, user, reason, run.Cancellation),
                $"Reinstated {name}, with the roles, token and evidence of before."));

    private static Command Build(GlobalOptions globals, ToolStreams streams, string verb, string words, Func<ToolRun, string, string, Task<Result<int>>> act)
    {
        var name = UserActs.Name();
        var reason = new Option<string>("--reason") { Description = "Why; for the audit entry.", HelpName = "TEXT", Required = true };
        var command = new Command(verb, words) { name, reason };
        command.SetBody(globals, streams, run =>
        {
            var why = run.Parsed.GetRequiredValue(reason).Trim();
            return why.Length is > 0 and <= LongestReason ? act(run, run.Parsed.GetRequiredValue(name), why) : Task.FromResult<Result<int>>(NoReason);
        });
        return command;
    }

    private static readonly Error NoReason = new("reason.missing", $"Say why, in at most {LongestReason} characters: --reason TEXT.");
}
