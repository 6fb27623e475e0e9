using System.CommandLine;
using ContactPoint.Directory.Organisations;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace ContactPoint.Tool.Users;

/// <summary>Creates a user with a role. The token follows with <c>user enrol</c>.</summary>
internal static class UserCreateCommand
{
    private const int ScopeMonths = 11;

    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var options = new UserOptions();
        var command = options.AddTo(new Command("create", "Creates a user. The password is asked for, or read as one line of the input."));
        command.SetBody(globals, streams, async run =>
        {
            if (await ToolHost.CheckAsync(run.Place, run.Cancellation) is { } refusal) return refusal;
            var password = Passwords.Read(streams);
            return password.Succeeded ? await run.ActAsync((host, caller) => RunAsync(run, host, caller, options, password.Value)) : password.Error;
        });
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, ToolHost host, CallerContext caller, UserOptions options, string password)
    {
        var parsed = run.Parsed;
        var lookup = new OrganisationLookup(host, caller, run.Cancellation);
        var organisation = await lookup.FindAsync(
            parsed.GetRequiredValue(options.Organisation), parsed.GetRequiredValue(options.Agency), parsed.GetValue(options.Authority), parsed.GetValue(options.Accredit));
        if (!organisation.Succeeded) return organisation.Error;

        var administration = host.Get<IUserAdministration>();
        var user = UserOf(parsed, options, organisation.Value, host.Get<IOptions<IdentityPolicy>>().Value);
        var created = await administration.CreateAsync(caller, user, password, run.Cancellation);
        if (!created.Succeeded) return created.Error;
        var granted = await administration.GrantAsync(caller, created.Value, [ScopeOf(parsed, options, organisation.Value, host.Get<TimeProvider>().GetUtcNow())], run.Cancellation);
        if (!granted.Succeeded) return granted.Error;
        run.Output.Say(new { ok = true, id = created.Value, user.UserName, organisation = organisation.Value.Id, hasEvidence = user.Evidence is not null }, console =>
        {
            console.WriteLine($"Created {user.UserName} of {organisation.Value.Name}.");
            if (user.Evidence is null) console.WriteLine("No evidence was recorded (--dbs-date, --training-until, --signed): the account does not work until all of it is.");
            console.WriteLine($"Next: contactpoint user enrol --user-name {user.UserName}");
        });
        return ExitCode.Done;
    }

    private static NewUser UserOf(ParseResult parsed, UserOptions options, Organisation organisation, IdentityPolicy policy) => new()
    {
        UserName = parsed.GetRequiredValue(options.UserName),
        DisplayName = parsed.GetRequiredValue(options.Name),
        OrganisationId = organisation.Id,
        OrganisationName = organisation.Name,
        Agency = organisation.Agency,
        Authority = organisation.Authority,
        Evidence = parsed.GetValue(options.DbsDate) is { } dbs && parsed.GetValue(options.TrainingUntil) is { } training && parsed.GetValue(options.Signed)
            ? new UserEvidence(dbs, EndOf(training), policy.ProceduresVersion, policy.AgreementVersion)
            : null,
    };

    private static RoleScope ScopeOf(ParseResult parsed, UserOptions options, Organisation organisation, DateTimeOffset now) => new()
    {
        Role = parsed.GetRequiredValue(options.Role),
        Agency = organisation.Agency,
        Authority = organisation.Authority,
        Function = parsed.GetRequiredValue(options.Function),
        Purposes = (parsed.GetValue(options.Purposes) ?? []).ToHashSet(),
        ExpiresAt = now.AddMonths(ScopeMonths),
    };

    internal static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
