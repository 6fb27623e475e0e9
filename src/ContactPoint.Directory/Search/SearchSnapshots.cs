using ContactPoint.Directory.Data;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Index.Files;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContactPoint.Directory.Search;

/// <summary>Sealed snapshots of the ordinary index. What lies apart is in none: neither a shielded child nor what a mask hides ever reaches the file.</summary>
/// <remarks>
/// One is used when it is whole, of this very database (the child of its last change is the one that the change table names) and neither too old nor too
/// far behind; else the index is built from the database. Names that were since erased stay in the file until the next is written, a week at most.
/// </remarks>
internal sealed partial class SearchSnapshots(IOptions<SearchOptions> options, ISealer sealer, TimeProvider clock, ILogger<SearchSnapshots> logger)
{
    private const long MostBehind = 500_000;
    private const long WorthWriting = 1_000;
    private static readonly TimeSpan MostAge = TimeSpan.FromDays(7);
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan BetweenIdle = TimeSpan.FromDays(1);

    private readonly SnapshotFolder? folder = options.Value.SnapshotFolder is { } path
        ? new SnapshotFolder(
            path, (chunk, bytes) => sealer.Seal(DirectoryPurposes.SearchSnapshot, chunk, bytes), (chunk, bytes) => sealer.Unseal(DirectoryPurposes.SearchSnapshot, chunk, bytes))
        : null;

    private long written = -1;
    private DateTimeOffset tried = DateTimeOffset.MinValue;

    /// <summary>Whether the index, which has come so far, should be written.</summary>
    public bool IsDue(long position)
    {
        if (folder is null) return false;
        var since = clock.GetUtcNow() - tried;
        return written < 0 ? since > Between : (position - written >= WorthWriting && since > Between) || since > BetweenIdle;
    }

    /// <summary>The newest snapshot that may be used, and the place in the change table from which to follow; null when there is none.</summary>
    public async Task<(ResidentIndex Segment, long Position)?> ReadAsync(IUnitOfWorkFactory units, CancellationToken cancellation)
    {
        if (folder is null) return null;
        var last = await units.ReadAsync(IndexSource.LastChangeAsync, cancellation);
        var oldest = clock.GetUtcNow() - MostAge;
        if (folder.Read(head => head.Sequence <= last && last - head.Sequence <= MostBehind && head.Written >= oldest) is not { } read) return null;
        var child = await units.ReadAsync(unit => IndexSource.ChangedAsync(read.Head.Sequence, unit), cancellation) ?? Guid.Empty;
        if (child != read.Head.ChangedChild) return null;
        (written, tried) = (read.Head.Sequence, read.Head.Written);
        LogRead(read.Segment.Count, last - read.Head.Sequence);
        return (read.Segment, read.Head.Sequence);
    }

    /// <summary>Writes one. A disk that is full or away costs the next start its time and nothing else.</summary>
    public async Task WriteAsync(IUnitOfWorkFactory units, ResidentIndex segment, long position)
    {
        if (folder is null) return;
        tried = clock.GetUtcNow();
        try
        {
            var child = await units.ReadAsync(unit => IndexSource.ChangedAsync(position, unit)) ?? Guid.Empty;
            folder.Write(segment, new SnapshotHead(position, child, tried));
            written = position;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            LogNotWritten(fault.GetType().Name);
        }
    }

    [LoggerMessage(2102, LogLevel.Information, "Search index read from its snapshot: {Count} records, {Behind} changes to follow.")]
    private partial void LogRead(int count, long behind);

    [LoggerMessage(2103, LogLevel.Warning, "The snapshot of the search index could not be written ({Kind}).")]
    private partial void LogNotWritten(string kind);
}
