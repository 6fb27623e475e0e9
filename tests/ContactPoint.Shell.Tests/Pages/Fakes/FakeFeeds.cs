using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;
using ContactPoint.Testing;

namespace ContactPoint.Shell.Tests.Pages.Fakes;

/// <summary>One run that is where the test puts it.</summary>
internal sealed class FakeFeeds : IFeeds
{
    public static readonly Guid RunId = Guid.Parse("55555555-5555-5555-5555-555555555555");

    public FeedRunSummary Summary { get; set; } = Run(FeedRunState.Applied);

    public IReadOnlyList<FeedRowView> Rows { get; set; } = [];

    public List<FeedOutcome?> Asked { get; } = [];

    public int Calls { get; private set; }

    public int Approvals { get; private set; }

    public Exception? Fault { get; set; }

    public static FeedRunSummary Run(FeedRunState state, int processed = 0) => new()
    {
        Id = RunId,
        Source = Guid.Empty,
        SourceName = "St Luke's",
        FileName = "roll.csv",
        Format = "education.roll",
        FormatName = "School roll",
        Semantics = FeedSemantics.Full,
        State = state,
        AsAt = new DateOnly(2026, 11, 23),
        ReceivedAt = Made.Now,
        Rows = 100,
        Processed = processed,
        Counts = new FeedCounts(1, 2, 3, 4, 5, 6),
    };

    public Task<Result<IReadOnlyList<FeedSource>>> SourcesAsync(CallerContext caller, CancellationToken cancellation = default)
    {
        Calls++;
        IReadOnlyList<FeedSource> sources = [new FeedSource(Guid.Empty, "St Luke's", "990001", [ModuleFormats.SchoolRoll])];
        return Task.FromResult(Ok(sources));
    }

    public Task<Result<FeedRunSummary>> ApplyAsync(
        CallerContext caller, FeedFile file, FeedOptions options, IProgress<FeedProgress>? progress = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<Result<FeedRunSummary>> QueueAsync(CallerContext caller, FeedFile file, FeedOptions options, CancellationToken cancellation = default)
    {
        Calls++;
        return Task.FromResult<Result<FeedRunSummary>>(Summary);
    }

    public Task<Result<FeedRunSummary>> ApproveAsync(CallerContext caller, Guid run, CancellationToken cancellation = default)
    {
        Approvals++;
        Summary = Run(FeedRunState.Queued);
        return Task.FromResult<Result<FeedRunSummary>>(Summary);
    }

    public Task<Result<FeedPreview>> PreviewAsync(CallerContext caller, FeedFile file, CancellationToken cancellation = default) =>
        Task.FromResult<Result<FeedPreview>>(new FeedPreview());

    public Task<Result<FeedRunList>> RunsAsync(CallerContext caller, int page, CancellationToken cancellation = default) =>
        Task.FromResult<Result<FeedRunList>>(new FeedRunList([Summary], false));

    public Task<Result<FeedRunPage>> RunAsync(CallerContext caller, Guid run, FeedOutcome? only, int page, CancellationToken cancellation = default)
    {
        if (Fault is not null) throw Fault;
        Asked.Add(only);
        return Task.FromResult<Result<FeedRunPage>>(run == RunId ? new FeedRunPage(Summary, Rows, false) : FeedErrors.NoSuchRun);
    }

    public Task<Result<int>> WriteSourceOutcomesAsync(CallerContext caller, Guid run, Stream output, CancellationToken cancellation = default) => throw new NotSupportedException();

    private static Result<IReadOnlyList<FeedSource>> Ok(IReadOnlyList<FeedSource> sources)
    {
        // An interface has no implicit conversion of its own.
        List<FeedSource> list = [.. sources];
        return (Result<IReadOnlyList<FeedSource>>)typeof(Result<IReadOnlyList<FeedSource>>).GetMethod("op_Implicit", [typeof(IReadOnlyList<FeedSource>)])!.Invoke(null, [list])!;
    }
}
