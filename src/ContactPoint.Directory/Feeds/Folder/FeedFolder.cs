using System.Text;
using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContactPoint.Directory.Feeds.Folder;

/// <summary>
/// Takes up what suppliers' systems drop under <c>in</c> and answers under <c>out</c>. What is taken up is renamed into <c>work</c>, where no supplier writes: of two nodes one wins, and
/// nobody swaps a file that is being read. Whatever is lost between two steps is done again: the same file twice has one effect (FED-3).
/// </summary>
internal sealed partial class FeedFolder(
    IFeeds feeds, FeedFormats formats, FeedSuppliers suppliers, IUnitOfWorkFactory units, ISystemCaller system, IOptions<FeedFolderOptions> options, ILogger<FeedFolder> logger)
{
    private const int MostInLook = 1_000;

    // Room for what is added to it: no name of a file is longer than 255 bytes.
    private const int LongestName = 200;

    private static readonly FeedRunState[] Ended = [FeedRunState.Applied, FeedRunState.Refused, FeedRunState.Superseded];

    // Links are passed over: what lies elsewhere was not dropped here.
    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System };

    // Length and time of each file at the look before: one that still grows is left alone.
    private Dictionary<string, (long Length, DateTime Written)> before = [];

    /// <summary>Looks once.</summary>
    /// <param name="cancellation">Stops between two files.</param>
    /// <returns>How many files were taken up or answered.</returns>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        if (options.Value.Folder is not { } folder || !System.IO.Directory.Exists(folder)) return 0;
        var (seen, done) = (new Dictionary<string, (long, DateTime)>(), 0);
        foreach (var (place, file) in Files(Path.Combine(folder, "in")))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Encoding.UTF8.GetByteCount(file.Name) > LongestName)
            {
                RefuseName(folder, place, file.Name);
                continue;
            }

            // Nothing, or what is no file at all: a pipe would hold whoever opens it.
            if (file.Length == 0) continue;
            var state = (file.Length, file.LastWriteTimeUtc);
            seen[file.FullName] = state;
            if (before.TryGetValue(file.FullName, out var last) && last == state && TryTake(file, WorkOf(folder, place))) done++;
        }

        before = seen;
        foreach (var (place, file) in Files(Path.Combine(folder, "work")))
        {
            cancellation.ThrowIfCancellationRequested();
            if (await TryAnswerAsync(folder, place, file, cancellation)) done++;
        }

        return done;
    }

    private static string WorkOf(string folder, DropPlace place) => System.IO.Directory.CreateDirectory(Path.Combine(folder, "work", place.Number, place.Folder)).FullName;

    private static IEnumerable<(DropPlace Place, FileInfo File)> Files(string root) => !System.IO.Directory.Exists(root) ? [] :
        (from supplier in new DirectoryInfo(root).EnumerateDirectories("*", Plain)
         from folder in supplier.EnumerateDirectories("*", Plain)
         let place = DropPlace.Of(supplier.Name, folder.Name)
         where place is not null
         from file in folder.EnumerateFiles("*", Plain)
         select (place, file)).Take(MostInLook).ToList();

    // Of two nodes that look at once, one finds it gone.
    private static bool TryTake(FileInfo file, string work)
    {
        try
        {
            File.Move(file.FullName, Path.Combine(work, file.Name), overwrite: false);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void RefuseName(string folder, DropPlace place, string name)
    {
        var target = Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(folder, "out", place.Number, place.Folder)).FullName, name[..40] + "….refused.txt");
        if (!File.Exists(target)) Refuse(target, FeedErrors.FileNameTooLong);
    }

    // One file that cannot be read, or that another node has just answered, keeps no other waiting.
    private async Task<bool> TryAnswerAsync(string folder, DropPlace place, FileInfo file, CancellationToken cancellation)
    {
        try
        {
            return await AnswerAsync(place, file, System.IO.Directory.CreateDirectory(Path.Combine(folder, "out", place.Number, place.Folder)), cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogLeft(fault.GetType().Name);
            return false;
        }
    }

    private async Task<bool> AnswerAsync(DropPlace place, FileInfo file, DirectoryInfo answers, CancellationToken cancellation)
    {
        var caller = await system.CurrentAsync(cancellation);
        Result<FeedRunSummary> run = await RunOfAsync(caller, file, cancellation) is { } known ? known : await QueueAsync(caller, place, file, cancellation);
        var refusal = !run.Succeeded ? run.Error : run.Value.State == FeedRunState.Superseded ? FeedErrors.Superseded : run.Value.Error;
        if (run.Succeeded && !Ended.Contains(run.Value.State)) return false;
        if (refusal is not null) Refuse(Path.Combine(answers.FullName, file.Name + ".refused.txt"), refusal);
        else if (!await WriteOutcomesAsync(caller, run.Value.Id, Path.Combine(answers.FullName, file.Name + ".outcomes.csv"), cancellation)) return false;

        // The supplier has it; here it names children. The marker goes first: a file that is left is taken up again, a marker that is left would speak for the next file of that name.
        File.Delete(Marker(file));
        file.Delete();
        return true;
    }

    private async Task<bool> WriteOutcomesAsync(CallerContext caller, Guid run, string target, CancellationToken cancellation)
    {
        await using (var output = File.Create(target + ".part"))
        {
            if (!(await feeds.WriteSourceOutcomesAsync(caller, run, output, cancellation)).Succeeded) return false;
        }

        File.Move(target + ".part", target, overwrite: true);
        return true;
    }

    private async Task<FeedRunSummary?> RunOfAsync(CallerContext caller, FileInfo file, CancellationToken cancellation)
    {
        if (!File.Exists(Marker(file)) || !Guid.TryParse(await File.ReadAllTextAsync(Marker(file), cancellation), out var id)) return null;
        var run = await feeds.RunAsync(caller, id, null, 0, cancellation);
        return run.Succeeded ? run.Value.Summary : null;
    }

    private async Task<Result<FeedRunSummary>> QueueAsync(CallerContext caller, DropPlace place, FileInfo file, CancellationToken cancellation)
    {
        if (formats.Find(place.Format) is not { } format) return FeedErrors.UnknownFormat;
        if (await units.ReadAsync(unit => suppliers.FindAsync(format, place.Number, unit), cancellation) is not { } source) return FeedErrors.UnknownSource;
        await using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        var run = await feeds.QueueAsync(caller, place.FileOf(source.Body.Id, file.Name, content), new FeedOptions(), cancellation);
        if (run.Succeeded) await File.WriteAllTextAsync(Marker(file), run.Value.Id.ToString(), cancellation);
        return run;
    }

    // Which run it is. Hidden, so that no look takes it for a file of a supplier's.
    private static string Marker(FileInfo file) => Path.Combine(file.DirectoryName!, $".{file.Name}.run");

    private void Refuse(string target, Error error)
    {
        LogRefused(error.Code);
        File.WriteAllText(target, $"{error.Code}\r\n{error.Message}\r\n", Encoding.UTF8);
    }

    [LoggerMessage(2222, LogLevel.Warning, "A dropped file could not be answered ({Kind}); tried again at the next look.")]
    private partial void LogLeft(string kind);

    [LoggerMessage(2220, LogLevel.Warning, "A dropped file was refused ({Code}); the reason lies where its outcomes would.")]
    private partial void LogRefused(string code);
}
