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
        var check = new Option<bool>("--check") { Description = "Change nothing: say what is pending; exit code 1 when something is." };
        var command = new Command("migrate", "Brings the database up to date.") { createKeys, check };
        command.SetBody(globals, streams, run => RunAsync(run, run.Parsed.GetValue(createKeys), run.Parsed.GetValue(check)));
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, bool createKeys, bool check)
    {
        if (check) return await CheckAsync(run);
        if (!run.Place.HasKeys && !createKeys) return NoKeys(run.Place.Keys);
        if (!run.Place.HasKeys && run.Place.SqlServer is null && run.Place.HasDatabase) return OldData;
        await using var host = ToolHost.Open(run.Place, createKeys);
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

    private static readonly Error OldData = new("keys.lost",
        "There is a database but no key ring. New keys would not open it: restore the key ring from its backup, or choose an empty data directory.");
}
