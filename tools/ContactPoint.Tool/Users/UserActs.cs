using System.CommandLine;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Users;

/// <summary>What the acts on one account share: whose it is, and what is said afterwards.</summary>
internal static class UserActs
{
    public static readonly Error NoSuchUser = new("user.not-found", "There is no such user. Check the user name.");

    public static Argument<string> Name() => new("NAME") { Description = "The name that the user signs in with." };

    /// <summary>Finds the user, acts, and says so in one line.</summary>
    public static Task<Result<int>> RunAsync(ToolRun run, string userName, Func<IUserAdministration, CallerContext, Guid, Task<Result<bool>>> act, string said) =>
        run.ActAsync(async (host, caller) =>
        {
            var administration = host.Get<IUserAdministration>();
            if (await administration.FindAsync(caller, userName, run.Cancellation) is not { } user) return NoSuchUser;
            var done = await act(administration, caller, user);
            if (!done.Succeeded) return done.Error;
            run.Output.Say(new { ok = true, user }, console => console.WriteLine(said));
            return ExitCode.Done;
        });
}
