using System.CommandLine;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Users;

/// <summary>Enrols an authenticator app in place of the token before. The secret is shown once, here.</summary>
internal static class UserEnrolCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var userName = new Option<string>("--user-name") { Description = "Whose token.", Required = true };
        var command = new Command("enrol", "Enrols an authenticator app; the person must be there to scan it.") { userName };
        command.SetBody(globals, streams, run => run.ActAsync((host, caller) => RunAsync(run, host, caller, run.Parsed.GetRequiredValue(userName))));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, ToolHost host, CallerContext caller, string userName)
    {
        var administration = host.Get<IUserAdministration>();
        if (await administration.FindAsync(caller, userName, run.Cancellation) is not { } user) return UserActs.NoSuchUser;
        var enrolled = await administration.EnrolTokenAsync(caller, user, run.Cancellation);
        if (!enrolled.Succeeded) return enrolled.Error;
        run.Output.Say(new { ok = true, user, enrolled.Value.Uri, enrolled.Value.Secret }, console =>
        {
            console.WriteLine("Scan this with the authenticator app. It is shown this once; any token before it no longer works.");
            run.Output.Streams.Output.WriteLine(QrText.Of(enrolled.Value.Uri));
            run.Output.Streams.Output.WriteLine(enrolled.Value.Uri);
        });
        return ExitCode.Done;
    }
}
