using System.Security.Cryptography;
using System.Text;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Audit;

/// <summary>
/// Writes each new checkpoint to every configured folder outside the database: who holds one of them can show that the log under it
/// was changed. Mount at least one folder from a machine that the application's administrators do not run.
/// </summary>
internal sealed partial class CheckpointShipper(IUnitOfWorkFactory units, IOptions<KernelOptions> options, IOptions<DatabaseOptions> database, ILogger<CheckpointShipper> logger)
{
    public const string FolderName = "checkpoints";

    private readonly Dictionary<string, long> shipped = [];

    /// <summary>Brings every folder up to date. A folder that is away gets what it missed when it is back.</summary>
    /// <exception cref="IOException">No folder at all could be written.</exception>
    public async Task ShipAsync(CancellationToken cancellation)
    {
        var folders = Folders();
        var least = folders.Min(folder => shipped.GetValueOrDefault(folder, -1));
        var waiting = await units.ReadAsync(unit => ValueTask.FromResult(After(unit, least)), cancellation);
        var failures = new List<Exception>();
        for (var i = 0; i < folders.Count; i++)
        {
            try
            {
                // A folder of somebody else's must be there: made here, it would lie on this machine under an empty mount point.
                if (i == 0) System.IO.Directory.CreateDirectory(folders[i]);
                await ShipAsync(folders[i], waiting, cancellation);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                failures.Add(failure);
                LogAway(logger, i, failure);
            }
        }

        if (failures.Count == folders.Count) throw new IOException("No folder took the checkpoint.", failures[0]);
    }

    private async Task ShipAsync(string folder, List<(long Size, string Note)> notes, CancellationToken cancellation)
    {
        foreach (var (size, note) in notes.Where(note => note.Size > shipped.GetValueOrDefault(folder, -1)))
        {
            var file = Path.Combine(folder, $"checkpoint-{size:D12}.note");
            if (!File.Exists(file))
            {
                await WriteAsync(file, note, cancellation);
            }
            else if (await File.ReadAllTextAsync(file, cancellation) != note)
            {
                // Another note of the same size is the proof of a fork or of an old database put back: it stays, the new one goes beside it.
                LogOther(logger, size);
                await WriteAsync(Path.ChangeExtension(file, $"other-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(note)))[..16]}.note"), note, cancellation);
            }

            shipped[folder] = size;
        }
    }

    private static async Task WriteAsync(string file, string note, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(file + ".part", note, cancellation);
        File.Move(file + ".part", file, overwrite: true);
    }

    private List<string> Folders() => [Path.Combine(database.Value.DataDirectory, FolderName), .. options.Value.CheckpointFolders];

    private static List<(long Size, string Note)> After(IUnitOfWork unit, long size)
    {
        var select = unit.Prepare("SELECT size, note FROM $kernel.audit_checkpoint WHERE size > @size ORDER BY size", "size");
        select.Parameters[0].Value = size;
        var notes = new List<(long, string)>();
        using var reader = select.ExecuteReader();
        while (reader.Read()) notes.Add((reader.GetInt64(0), reader.GetString(1)));
        return notes;
    }

    [LoggerMessage(4205, LogLevel.Error, "Checkpoint folder {Number} (0 is the data directory's own) could not be written; it gets what it missed when it is back.")]
    private static partial void LogAway(ILogger logger, int number, Exception failure);

    [LoggerMessage(4206, LogLevel.Critical, "A checkpoint folder already holds another checkpoint of {Size} entries: the log was forked, or an old database was put back. Both are kept.")]
    private static partial void LogOther(ILogger logger, long size);
}
