using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Shell.StartUp;

/// <summary>
/// What must hold before the host opens (I-45): settings, keys, migrations, no demo accounts, a sound clock, an unbroken audit log.
/// Development may make keys and migrates by itself.
/// </summary>
internal static partial class StartChecks
{
    private static readonly TimeSpan MostClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Runs the checks; each stands on those before it, so the first fault of a group ends it.</summary>
    /// <returns>What is wrong; empty when the host may open.</returns>
    public static async Task<IReadOnlyList<StartFailure>> RunAsync(WebApplication app)
    {
        var failures = new List<StartFailure>();
        if (!app.Environment.IsDevelopment())
            failures.AddRange(SettingChecks.Run(app.Configuration));
        if (await FirstOfDataAsync(app) is { } failure)
            failures.Add(failure);
        return failures;
    }

    private static async Task<StartFailure?> FirstOfDataAsync(WebApplication app)
    {
        var isDevelopment = app.Environment.IsDevelopment();
        if (isDevelopment)
            await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        return await GuardAsync(app, "keys", "The keys are missing or cannot be read. Restore the key ring, or make one for a new database with 'contactpoint migrate --create-keys'.", () => Keys(app.Services))
            ?? (isDevelopment ? null : await GuardAsync(app, "database", "The database does not answer.", () => MigrationsAsync(app.Services)))
            ?? (isDevelopment ? null : await GuardAsync(app, "default-secrets", "The database cannot be read.", () => DemoAccountsAsync(app.Services)))
            ?? await GuardAsync(app, "load", "The database cannot be read.", () => LoadAsync(app.Services))
            ?? await GuardAsync(app, "audit-log", "The audit log could not be checked. Run 'contactpoint audit verify'.", () => LedgerAsync(app.Services));
    }

    private static Task<StartFailure?> Keys(IServiceProvider services)
    {
        services.GetRequiredService<ISealer>();
        services.GetRequiredService<IAuditVerification>();
        return Task.FromResult<StartFailure?>(null);
    }

    private static async Task<StartFailure?> MigrationsAsync(IServiceProvider services)
    {
        var pending = await services.GetRequiredService<Migrator>().PendingAsync();
        return pending.Count == 0 ? null : new StartFailure("migrations", $"{pending.Count} pending. Run 'contactpoint migrate' with the version that is to run.");
    }

    private static async Task<StartFailure?> DemoAccountsAsync(IServiceProvider services) =>
        await services.GetRequiredService<ISyntheticMarker>().IsSetAsync()
            ? new StartFailure("default-secrets", "This is a demo database: the passwords of its accounts are public. Use a database of its own.")
            : null;

    private static async Task<StartFailure?> LoadAsync(IServiceProvider services) =>
        await services.GetRequiredService<IUnfinishedLoad>().IsThereAsync()
            ? new StartFailure("load", "A load of synthetic children is under way or was broken off. Give 'contactpoint generate --into-database' again to finish it.")
            : null;

    private static async Task<StartFailure?> LedgerAsync(IServiceProvider services)
    {
        // The clock first: sealing under a clock that was set back would sign a false time.
        var sealer = services.GetRequiredService<ILedgerSealer>();
        if (await sealer.LastEntryAsync() > services.GetRequiredService<TimeProvider>().GetUtcNow() + MostClockSkew)
            return new StartFailure("clock", "The clock of this machine is behind the audit log. Set it right, then start again.");
        var state = await sealer.SealAsync();
        return state.BrokenEntry is null ? null : new StartFailure("audit-log", "An entry of the audit log was altered. Run 'contactpoint audit verify'.");
    }

    private static async Task<StartFailure?> GuardAsync(WebApplication app, string check, string words, Func<Task<StartFailure?>> run)
    {
        try
        {
            return await run();
        }
#pragma warning disable CA1031 // Whatever it is, the host stays closed; the words go to anybody, the cause to the log.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(app.Logger, check, fault);
            return new StartFailure(check, words);
        }
    }

    [LoggerMessage(4012, LogLevel.Error, "Start check {Check} failed.")]
    private static partial void LogFault(ILogger logger, string check, Exception fault);
}
