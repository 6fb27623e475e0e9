using System.CommandLine;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace ContactPoint.Tool.Users;

/// <summary>Records the evidence that an account needs to work, in place of that before (USR-1).</summary>
internal static class UserEvidenceCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var name = UserActs.Name();
        var dbs = new Option<DateOnly>("--dbs-date") { Description = "Date of the enhanced DBS check, as 2026-05-31: good for three years from it.", HelpName = "DATE", Required = true };
        var training = new Option<DateOnly>("--training-until") { Description = "Until when the training is good.", HelpName = "DATE", Required = true };
        var signed = new Option<bool>("--signed") { Description = "The security operating procedures and the user agreement in force have been signed." };
        var command = new Command("evidence", "Records a renewed DBS check, training and signatures.") { name, dbs, training, signed };
        command.SetBody(globals, streams, run =>
        {
            if (!run.Parsed.GetValue(signed)) return Task.FromResult<Result<int>>(NotSigned);
            var userName = run.Parsed.GetRequiredValue(name);
            var (check, until) = (run.Parsed.GetRequiredValue(dbs), run.Parsed.GetRequiredValue(training));
            return run.ActAsync(async (host, caller) =>
            {
                var administration = host.Get<IUserAdministration>();
                var policy = host.Get<IOptions<IdentityPolicy>>().Value;
                if (await administration.FindAsync(caller, userName, run.Cancellation) is not { } user) return UserActs.NoSuchUser;
                var evidence = new UserEvidence(check, UserCreateCommand.EndOf(until), policy.ProceduresVersion, policy.AgreementVersion);
                var done = await administration.RecordEvidenceAsync(caller, user, evidence, run.Cancellation);
                if (!done.Succeeded) return done.Error;
                run.Output.Say(new { ok = true, user }, console => console.WriteLine($"Recorded the evidence of {userName}."));
                return ExitCode.Done;
            });
        });
        return command;
    }

    private static readonly Error NotSigned = new("user.not-signed",
        "Both the security operating procedures and the user agreement in force must have been signed: say so with --signed.");
}
