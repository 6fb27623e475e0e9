using ContactPoint.Kernel.Data;

namespace ContactPoint.Kernel.Modules;

/// <summary>The last step of a module's start: its tables. Development migrates; elsewhere <c>contactpoint migrate</c> does, and the host only looks.</summary>
public static class ModuleMigrations
{
    /// <summary>Brings the tables of each loaded module up to date, or looks whether they are; a module whose tables are not stays out.</summary>
    /// <param name="modules">The modules.</param>
    /// <param name="migrator">The database.</param>
    /// <param name="mayMigrate">True in Development and for the command line.</param>
    /// <param name="cancellation">Stops between modules.</param>
    /// <returns>What was applied, owner first.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(ModuleCatalogue modules, Migrator migrator, bool mayMigrate, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(modules);
        ArgumentNullException.ThrowIfNull(migrator);
        var applied = new List<string>();
        foreach (var entry in modules.Entries.Where(entry => entry is { GoesOn: true, Module.Contexts.Count: > 0 }))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var pending = await migrator.PendingAsync(entry.Module!, cancellation);
                if (pending.Count == 0) continue;
                if (!mayMigrate)
                {
                    entry.Fail(ModuleErrors.Pending($"{pending.Count} migrations are pending. Run 'contactpoint migrate --modules' with the version that is to run."));
                    continue;
                }

                await migrator.MigrateAsync(entry.Module!, cancellation);
                applied.AddRange(pending);
            }
#pragma warning disable CA1031 // Its migrations are its own code: whatever they throw, it alone stays out.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                entry.Fail(ModuleErrors.Malfunctioned("Its tables could not be looked at or brought up to date. The host's log has the details."), fault);
            }
        }

        return applied;
    }
}
