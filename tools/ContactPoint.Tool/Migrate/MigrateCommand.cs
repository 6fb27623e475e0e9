using System.CommandLine;
using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Spectre.Console;

namespace ContactPoint.Tool.Migrate;

/// <summary>Brings the database up to date, or says what is pending. The one way to do it outside Development.</summary>
internal static class MigrateCommand
{
    public static Command Build(GlobalOptions globals, ToolStreams streams)
    {
        var createKeys = new Option<bool>("--create-keys") { Description = "Make a key ring for a new database." };
        var origin = new Option<string?>("--origin")
        {
            Description = "With --create-keys: the name of this installation's audit log, a host name without scheme. Set once; contactpoint.example/audit if left out.",
            HelpName = "NAME",
        };
        origin.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !IsName(result.Tokens[0].Value)) result.AddError("A log's name is a host name, as directory.example.org/audit: no scheme, no white space, no '+'.");
        });
        var check = new Option<bool>("--check") { Description = "Change nothing: say what is pending; exit code 1 when something is." };
        var command = new Command("migrate", "Brings the database up to date.") { createKeys, origin, check };
        command.SetBody(globals, streams, run => RunAsync(run, run.Parsed.GetValue(createKeys), run.Parsed.GetValue(origin), run.Parsed.GetValue(check)));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, bool createKeys, string? origin, bool check)
    {
        if (check) return await CheckAsync(run);
        if (!run.Place.HasKeys && !createKeys) return NoKeys(run.Place.Keys);
        if (!run.Place.HasKeys && run.Place.SqlServer is null && run.Place.HasDatabase) return OldData;
        if (origin is not null && (!createKeys || run.Place.HasKeys)) return OriginIsSet;
        await using var host = ToolHost.Open(run.Place, createKeys, origin);
        var migrator = host.Get<Migrator>();
        var pending = await migrator.PendingAsync(run.Cancellation);
        await migrator.MigrateAsync(run.Cancellation);
        var publicKey = host.Get<IAuditVerification>().PublicKey;
        if (pending.Count > 0) await RecordAsync(host, pending, run.Cancellation);
        run.Output.Say(new { ok = true, applied = pending, publicKey }, console => Tell(console, pending, publicKey));
        return ExitCode.Done;
    }

    private static async Task<Result<int>> CheckAsync(ToolRun run)
    {
        if (!run.Place.HasDatabase) return ToolErrors.NoDatabase(run.Place.Directory);
        await using var host = ToolHost.Open(run.Place);
        var pending = await host.Get<Migrator>().PendingAsync(run.Cancellation);
        run.Output.Say(new { ok = pending.Count == 0, pending }, console =>
        {
            console.WriteLine(pending.Count == 0 ? "The database is up to date." : "Pending; run 'contactpoint migrate':");
            foreach (var name in pending) console.WriteLine($"  {name}");
        });
        return pending.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static Task<bool> RecordAsync(ToolHost host, IReadOnlyList<string> applied, CancellationToken cancellation) =>
        host.ActAsync(
            caller => host.Get<IUnitOfWorkFactory>().RunAsync(
                async unit =>
                {
                    await host.Get<IAuditTrail>().AppendAsync(
                        new AuditEvent
                        {
                            Type = AuditEvents.Migrated,
                            Actor = AuditActor.Of(caller),
                            Outcome = AuditOutcome.Granted,
                            Detail = new Dictionary<string, object?> { ["applied"] = applied },
                        },
                        unit);
                    return true;
                },
                cancellation),
            cancellation);

    private static void Tell(IAnsiConsole console, IReadOnlyList<string> applied, string publicKey)
    {
        console.WriteLine(applied.Count == 0 ? "The database was up to date." : $"Applied {applied.Count} migrations:");
        foreach (var name in applied) console.WriteLine($"  {name}");
        console.WriteLine("The audit log's public key; keep it where the auditors are:");
        console.WriteLine($"  {publicKey}");
    }

    private static Error NoKeys(string folder) =>
        new("keys.missing", $"There is no key ring in {folder}. For a new database run 'contactpoint migrate --create-keys'; otherwise restore the key ring.");

    // The rule of C2SP's signed notes, narrowed to what a host name and a path are written with.
    private static bool IsName(string name) => name.Length is > 0 and <= 200 && !name.Contains("://", StringComparison.Ordinal)
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '/' or ':');

    private static readonly Error OriginIsSet = new("origin.set",
        "The audit log's name is part of the key that signs it and is set once, when the keys are made: leave --origin out, or use it with --create-keys in a new data directory.");

    private static readonly Error OldData = new("keys.lost",
        "There is a database but no key ring. New keys would not open it: restore the key ring from its backup, or choose an empty data directory.");
}
