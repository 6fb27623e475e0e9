using System.CommandLine;
using ContactPoint.Kernel.Identity;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Users;

/// <summary>Withdraws an organisation's accreditation (USR-2). <c>user create --accredit</c> gives it again.</summary>
internal static class OrganisationWithdrawCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var organisation = new Argument<string>("ORG") { Description = "Organisation: register code, name or id." };
        var command = new Command("withdraw", "Withdraws accreditation: every session of its users ends at once and none of them can sign in.") { organisation };
        command.SetBody(globals, streams, run => run.ActAsync(async (host, caller) =>
        {
            var known = await new OrganisationLookup(host, caller, run.Cancellation).KnownAsync(run.Parsed.GetRequiredValue(organisation));
            if (!known.Succeeded) return known.Error;
            var done = await host.Get<IUserAdministration>().WithdrawAccreditationAsync(caller, known.Value.Id, run.Cancellation);
            if (!done.Succeeded) return done.Error;
            run.Output.Say(new { ok = true, organisation = known.Value.Id }, console => console.WriteLine($"{known.Value.Name} is no longer accredited. Every session of its users has ended."));
            return ExitCode.Done;
        }));
        return command;
    }
}
