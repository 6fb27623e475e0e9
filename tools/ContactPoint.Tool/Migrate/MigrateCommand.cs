using System.CommandLine;
using ContactPoint.Kernel.Audit;
using ContactPoint.Directory.Involvement;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using ContactPoint.Tool.Modules;
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
        var modules = ModuleOptions.Folder("Bring the tables of the modules in this folder up to date too; runs their code.");
        var publishers = ModuleOptions.Publishers();
        var command = new Command("migrate", "Brings the database up to date.") { createKeys, origin, check, modules, publishers };
        command.SetBody(globals, streams, async run =>
        {
            var catalogue = await ModuleOptions.LoadAsync(run.Place, run.Parsed.GetValue(modules), run.Parsed.GetValue(publishers));
            return catalogue.Succeeded ? await RunAsync(run, run.Parsed.GetValue(createKeys), run.Parsed.GetValue(origin), run.Parsed.GetValue(check), catalogue.Value) : catalogue.Error;
        });
        return command;
    }

    private static async Task<Result<int>> RunAsync(ToolRun run, bool createKeys, string? origin, bool check, ModuleCatalogue modules)
    {
        if (check) return await CheckAsync(run, modules);
        if (!run.Place.HasKeys && !createKeys) return NoKeys(run.Place.Keys);
        if (!run.Place.HasKeys && run.Place.SqlServer is null && run.Place.HasDatabase) return OldData;
        if (origin is not null && (!createKeys || run.Place.HasKeys)) return OriginIsSet;
        await using var host = ToolHost.Open(run.Place, createKeys, origin, modules: modules);
        var migrator = host.Get<Migrator>();
        var pending = (await migrator.PendingAsync(run.Cancellation)).ToList();
        await migrator.MigrateAsync(run.Cancellation);
        pending.AddRange(await ModuleMigrations.RunAsync(modules, migrator, mayMigrate: true, run.Cancellation));
        var publicKey = host.Get<IAuditVerification>().PublicKey;
        if (pending.Count > 0) await RecordAsync(host, pending, run.Cancellation);
        var faulty = ModuleOptions.Faulty(modules);
        run.Output.Say(new { ok = faulty.Count == 0, applied = pending, publicKey, modules = faulty }, console =>
        {
            Tell(console, pending, publicKey);
            foreach (var module in faulty) console.WriteLine($"The module in {module.Folder} stays out: {module.Reason}");
        });
        return faulty.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<Result<int>> CheckAsync(ToolRun run, ModuleCatalogue modules)
    {
        if (!run.Place.HasDatabase) return ToolErrors.NoDatabase(run.Place.Directory);
        await using var host = ToolHost.Open(run.Place, modules: modules);
        var pending = await host.Get<Migrator>().PendingAsync(run.Cancellation);
        await ModuleMigrations.RunAsync(modules, host.Get<Migrator>(), mayMigrate: false, run.Cancellation);
        var faulty = ModuleOptions.Faulty(modules);
        var isDone = pending.Count == 0 && faulty.Count == 0;
        run.Output.Say(new { ok = isDone, pending, modules = faulty }, console =>
        {
            console.WriteLine(isDone ? "The database is up to date." : "Pending; run 'contactpoint migrate':");
            foreach (var name in pending) console.WriteLine($"  {name}");
            foreach (var module in faulty) console.WriteLine($"  {module.Folder}: {module.Reason}");
        });
        return isDone ? ExitCode.Done : ExitCode.Refused;
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
