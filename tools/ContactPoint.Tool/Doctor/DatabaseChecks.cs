using System.Data.Common;
using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Sdk.Data;
using ContactPoint.Tool.Audit;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Doctor;

/// <summary>What the database tells: reachable, up to date, writable, its clock, its audit log, whose children it holds.</summary>
internal static class DatabaseChecks
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(10);

    public static async Task<IReadOnlyList<Finding>> RunAsync(ToolRun run)
    {
        var findings = new List<Finding>();
        if (!run.Place.HasDatabase)
            return [Finding.Bad("database", $"There is no database in {run.Place.Directory}.", "Check --data, or run 'contactpoint migrate --create-keys' for a new installation.")];
        if (!run.Place.HasKeys) return findings;
        await using var host = ToolHost.Open(run.Place);
        try
        {
            var pending = await host.Get<Migrator>().PendingAsync(run.Cancellation);
            findings.Add(Finding.Good("database", "reachable"));
            if (pending.Count > 0)
            {
                findings.Add(Finding.Bad("migrations", $"{pending.Count} are pending.", "Run 'contactpoint migrate'."));
                return findings;
            }

            findings.Add(Finding.Good("migrations", "none pending"));
            findings.Add(await ClockAsync(host, run.Cancellation));
            findings.Add(await WritableAsync(host, run.Cancellation));
            findings.AddRange(await LedgerAsync(run, host));
            findings.Add(await MarkerAsync(host, run.Cancellation));
            findings.Add(await LoadAsync(host, run.Cancellation));
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or IOException)
        {
            findings.Add(Finding.Bad("database", failure.Message, "See that the database server runs and that this account may use it."));
        }

        return findings;
    }

    private static async Task<Finding> ClockAsync(ToolHost host, CancellationToken cancellation)
    {
        var newest = await host.Get<IUnitOfWorkFactory>().ReadAsync(
            async unit => await unit.Prepare("SELECT MAX(at) FROM $kernel.audit_entry").ExecuteScalarAsync(CancellationToken.None), cancellation);
        var now = host.Get<TimeProvider>().GetUtcNow();
        var last = newest is long stored ? UtcMicroseconds.FromStored(stored) : now;
        return last - now > Tolerance
            ? Finding.Bad("clock", $"This machine's clock is {last - now:g} behind the newest audit entry.", "Set the clock (NTP). Codes of tokens and expiry dates depend on it.")
            : Finding.Good("clock", $"{now:u}");
    }

    // The session of the command line is a write with its audit entry: the same that every act of a person needs.
    private static async Task<Finding> WritableAsync(ToolHost host, CancellationToken cancellation)
    {
        await host.ActAsync(_ => Task.FromResult(true), cancellation);
        return Finding.Good("writable", "a session was opened, recorded and closed");
    }

    private static async Task<IReadOnlyList<Finding>> LedgerAsync(ToolRun run, ToolHost host)
    {
        var verification = host.Get<IAuditVerification>();
        string[] held = verification.HeldCheckpoint() is { } newest ? [newest] : [];
        var folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-doctor-");
        try
        {
            var file = Path.Combine(folder.FullName, "export.jsonl");
            await ToolProgress.RunAsync(run.Output.Streams, "Reading the audit log", progress => AuditExportCommand.WriteAsync(host, file, progress, run.Cancellation));
            await using var stream = File.OpenRead(file);
            var report = await verification.VerifyAsync(stream, held, null, run.Cancellation);
            if (!report.Ok) return [Finding.Bad("audit-log", report.Problems[0].Message, "Keep this machine as it is, tell the security reviewer, and run 'contactpoint audit verify'.")];
            return [Finding.Good("audit-log", $"{report.Entries:N0} entries verify"), await SealAsync(host, run.Cancellation)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Finding> SealAsync(ToolHost host, CancellationToken cancellation)
    {
        var oldest = await host.Get<IUnitOfWorkFactory>().ReadAsync(
            async unit => await unit.Prepare(
                "SELECT MIN(entry.at) FROM $kernel.audit_entry entry WHERE NOT EXISTS (SELECT 1 FROM $kernel.audit_leaf leaf WHERE leaf.entry_no = entry.no)")
                .ExecuteScalarAsync(CancellationToken.None),
            cancellation);
        var waits = oldest is long stored ? host.Get<TimeProvider>().GetUtcNow() - UtcMicroseconds.FromStored(stored) : TimeSpan.Zero;
        return waits > SealedWithin
            ? Finding.Warning("sealing", $"An entry has waited for {waits:d\\.hh\\:mm\\:ss} to be sealed.", "Start the host, which seals every minute, or run 'contactpoint audit export'.")
            : Finding.Good("sealing", "no entry waits for long");
    }

    private static async Task<Finding> MarkerAsync(ToolHost host, CancellationToken cancellation) =>
        await host.Get<ISyntheticMarker>().IsSetAsync(cancellation)
            ? Finding.Warning("children", "Synthetic: every child in this database is invented.", "Never put real records in it; use a data directory of its own.")
            : Finding.Good("children", "not marked as synthetic");

    private static async Task<Finding> LoadAsync(ToolHost host, CancellationToken cancellation) =>
        await host.Get<IUnitOfWorkFactory>().ReadAsync(unit => host.Get<IUnfinishedLoad>().ReadAsync(unit), cancellation) is { } place
            ? Finding.Bad("load", $"A load of synthetic children is not finished: {place}.", "Give the same 'contactpoint generate --into-database' again, or start with an empty data directory.")
            : Finding.Good("load", "none is under way");
}
