using ContactPoint.Kernel.Data.Units;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Data.Installation;

internal sealed class LoadMode(IUnitOfWorkFactory units, IUnfinishedLoad unfinished) : ILoadMode
{
    /// <summary>The fact that tells on which start of the machine the database is written unflushed.</summary>
    public const string Name = "unflushed-since";

    private const string LinuxStart = "/proc/sys/kernel/random/boot_id";

    private static readonly Error NotNoted = new("load-mode.not-noted", "The database is written without flushes only while a load is noted in it.");

    private static readonly Error Stopped = new("load-mode.stopped",
        "The machine stopped, or cannot tell that it did not, while this database was being loaded without flushes: what it holds may have gaps. Begin anew in another data directory.");

    public async Task<Result<bool>> BeginAsync(JobPass pass, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.HasEnded) return PassErrors.Ended;
        if (pass.Job != JobName.SyntheticLoad) return GateErrors.NoSuchJob;
        if (units is not SqliteUnits sqlite) return true;
        var noted = await units.RunAsync(NoteAsync, cancellation);
        if (noted.Succeeded) await sqlite.SwitchAsync(SqliteMode.Load);
        return noted;
    }

    public async Task EndAsync()
    {
        if (units is not SqliteUnits sqlite) return;
        try
        {
            await sqlite.SwitchAsync(SqliteMode.Durable);
        }
        catch
        {
            // A flush that failed is told once: the next would succeed over pages that are lost. No start of the machine has this name.
            await units.RunAsync(async unit => await Facts(unit).ExecuteUpdateAsync(fact => fact.SetProperty(one => one.Value, "flush-failed")));
            throw;
        }

        await units.RunAsync(async unit => await Facts(unit).ExecuteDeleteAsync());
    }

    // In a commit that waits for the disk: the note is there before the first page that might be lost.
    private async ValueTask<Result<bool>> NoteAsync(IUnitOfWork unit)
    {
        if (await unfinished.ReadAsync(unit) is null) return NotNoted;
        var start = File.Exists(LinuxStart) ? (await File.ReadAllTextAsync(LinuxStart)).Trim() : null;
        if (await Facts(unit).Select(fact => fact.Value).SingleOrDefaultAsync() is { } before) return before == start ? true : Stopped;
        var context = unit.Lease<KernelContext>(DisclosureScope.None);
        context.Add(new InstallationFact { Name = Name, Value = start ?? "unknown" });
        await context.SaveChangesAsync();
        return true;
    }

    private static IQueryable<InstallationFact> Facts(IUnitOfWork unit) => unit.Lease<KernelContext>(DisclosureScope.None).Set<InstallationFact>().Where(fact => fact.Name == Name);
}
