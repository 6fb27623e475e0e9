using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds;

/// <summary>Files that bodies and registers supply: received, checked, matched row by row and applied, with an outcome for each row (FED-1 to FED-5).</summary>
/// <remarks>
/// A malformed file is no refusal of the call: it answers with a run in <see cref="FeedRunState.Refused"/> that says why.
/// No answer names a child. Beginning to apply is a job of the gate and stands in the audit trail, as does each changed record.
/// </remarks>
public interface IFeeds
{
    /// <summary>The bodies that the caller may feed for and that have not closed, and the registers that the caller may bring, by name.</summary>
    /// <param name="caller">A data steward of the body's local authority, or a system account; of a register national operations too.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<Result<IReadOnlyList<FeedSource>>> SourcesAsync(CallerContext caller, CancellationToken cancellation = default);

    /// <summary>Receives a file and applies it to its end. The file of a run that was broken off takes that run up where it stood.</summary>
    /// <param name="caller">As for <see cref="SourcesAsync"/>.</param>
    /// <param name="file">The file.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellation">Stops after the batch in hand; what was committed stays and the run can be taken up again.</param>
    /// <returns>The run; or <see cref="FeedErrors"/>, or the gate's refusal.</returns>
    Task<Result<FeedRunSummary>> ApplyAsync(
        CallerContext caller, FeedFile file, FeedOptions options, IProgress<FeedProgress>? progress = null, CancellationToken cancellation = default);

    /// <summary>Receives a file and leaves the rest to <see cref="ApplyFeed.FeedQueue"/>: answers as soon as the file is kept.</summary>
    /// <param name="caller">As for <see cref="SourcesAsync"/>.</param>
    /// <param name="file">The file.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Cancels the receiving.</param>
    Task<Result<FeedRunSummary>> QueueAsync(CallerContext caller, FeedFile file, FeedOptions options, CancellationToken cancellation = default);

    /// <summary>Lets a run go on that stopped because too much would change (FED-5).</summary>
    /// <param name="caller">As for <see cref="SourcesAsync"/>.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<FeedRunSummary>> ApproveAsync(CallerContext caller, Guid run, CancellationToken cancellation = default);

    /// <summary>A dry run (FED-2): checks a file of at most 16 MB and counts what would change. Nothing is kept.</summary>
    /// <param name="caller">As for <see cref="SourcesAsync"/>.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Cancels the check.</param>
    Task<Result<FeedPreview>> PreviewAsync(CallerContext caller, FeedFile file, CancellationToken cancellation = default);

    /// <summary>The runs of the bodies that the caller may feed for, newest first.</summary>
    /// <param name="caller">As for <see cref="SourcesAsync"/>.</param>
    /// <param name="page">From 0; 25 a page.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<Result<FeedRunList>> RunsAsync(CallerContext caller, int page, CancellationToken cancellation = default);

    /// <summary>One run with a page of its rows as the steward sees them.</summary>
    /// <param name="caller">As for <see cref="SourcesAsync"/>.</param>
    /// <param name="run">The run.</param>
    /// <param name="only">Rows of this outcome alone; null for all.</param>
    /// <param name="page">From 0; 25 a page.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<Result<FeedRunPage>> RunAsync(CallerContext caller, Guid run, FeedOutcome? only, int page, CancellationToken cancellation = default);

    /// <summary>Writes the outcome file for the source (FED-4): accepted, unchanged or rejected, and nothing of what a row matched.</summary>
    /// <param name="caller">As for <see cref="SourcesAsync"/>.</param>
    /// <param name="run">The run.</param>
    /// <param name="output">Takes CSV in UTF-8 with a byte order mark; left open.</param>
    /// <param name="cancellation">Cancels the writing.</param>
    /// <returns>How many rows were written. The entry that says who took which rows of which run is committed before the first byte is written.</returns>
    Task<Result<int>> WriteSourceOutcomesAsync(CallerContext caller, Guid run, Stream output, CancellationToken cancellation = default);
}
