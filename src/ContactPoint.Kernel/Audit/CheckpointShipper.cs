using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Audit;

/// <summary>
/// Writes each new checkpoint to every configured folder outside the database: who holds one of them can show that the log under it
/// was changed. Mount at least one folder from a machine that the application's administrators do not run.
/// </summary>
internal sealed class CheckpointShipper(IUnitOfWorkFactory units, IOptions<KernelOptions> options, IOptions<DatabaseOptions> database)
{
    public const string FolderName = "checkpoints";

    private long shipped = -1;

    public async Task ShipAsync(CancellationToken cancellation)
    {
        var waiting = await units.ReadAsync(unit => ValueTask.FromResult(After(unit, shipped)), cancellation);
        foreach (var (size, note) in waiting)
        {
            foreach (var folder in Folders())
            {
                System.IO.Directory.CreateDirectory(folder);
                var file = Path.Combine(folder, $"checkpoint-{size:D12}.note");
                if (File.Exists(file)) continue;
                await File.WriteAllTextAsync(file + ".part", note, cancellation);
                File.Move(file + ".part", file, overwrite: true);
            }

            shipped = size;
        }
    }

    private IEnumerable<string> Folders() => [Path.Combine(database.Value.DataDirectory, FolderName), .. options.Value.CheckpointFolders];

    private static List<(long Size, string Note)> After(IUnitOfWork unit, long size)
    {
        var select = unit.Prepare("SELECT size, note FROM $kernel.audit_checkpoint WHERE size > @size ORDER BY size", "size");
        select.Parameters[0].Value = size;
        var notes = new List<(long, string)>();
        using var reader = select.ExecuteReader();
        while (reader.Read()) notes.Add((reader.GetInt64(0), reader.GetString(1)));
        return notes;
    }
}
