using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Sdk.Access;

/// <summary>The only way to a child: ask, decide, write the audit entry, disclose.</summary>
/// <remarks>
/// Inside, in this order: session, role scope, purpose, budget, a fixed number of candidates, every rule without
/// short-circuit, the decision, the audit entry, the commit, the pass. When the entry cannot be written nothing is shown.
/// A child that is hidden, archived, out of scope or not there gets one answer (SEA-6).
/// </remarks>
public interface IRecordGate
{
    /// <summary>Existence: at most ten summaries of children who match.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellation">Cancels before the commit; an access that was committed stays recorded.</param>
    Task<Result<SearchAnswer>> SearchAsync(CallerContext caller, SearchRequest request, CancellationToken cancellation = default);

    /// <summary>Content: a pass to the granted parts of one record.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<RecordPass>> OpenAsync(CallerContext caller, OpenRequest request, CancellationToken cancellation = default);

    /// <summary>Existence, by a roster of a closed kind: 25 a page, one audit entry with the handles.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">Which roster and page.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<RosterPage>> ListAsync(CallerContext caller, RosterRequest request, CancellationToken cancellation = default);

    /// <summary>The kinds of roster that the caller may have, for pages to offer. It reads no child and promises nothing: each asking is decided again.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<IReadOnlyList<RosterKind>> RostersAsync(CallerContext caller, CancellationToken cancellation = default);

    /// <summary>Bulk work of a named job that the Kernel knows: feed apply, index build, life cycle.</summary>
    /// <param name="caller">The system account that the job runs as, or the person who started it.</param>
    /// <param name="job">Which job.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<JobPass>> BeginJobAsync(CallerContext caller, JobName job, CancellationToken cancellation = default);
}

/// <summary>A search.</summary>
/// <param name="Statement">Why, and in which relationship.</param>
/// <param name="Criteria">What with.</param>
public sealed record SearchRequest(AccessStatement Statement, SearchCriteria Criteria);

/// <summary>The answer to a search that ran: the results, with no count beyond them.</summary>
/// <param name="Results">At most ten, best first.</param>
public sealed record SearchAnswer(IReadOnlyList<Disclosed<SearchResult>> Results);

/// <summary>One result (SEA-4).</summary>
/// <param name="Handle">Opens the record in this session.</param>
/// <param name="Summary">Name, gender, year of birth, local authority.</param>
/// <param name="Reasons">Why it matched, in plain words, strongest first.</param>
public sealed record SearchResult(ChildHandle Handle, ChildSummary Summary, IReadOnlyList<string> Reasons);

/// <summary>The opening of one record.</summary>
/// <param name="Statement">Why, and in which relationship.</param>
/// <param name="Handle">Which record; a handle of another session opens nothing.</param>
public sealed record OpenRequest(AccessStatement Statement, ChildHandle Handle);

/// <summary>The closed kinds of roster (SEA-9).</summary>
public enum RosterKind
{
    /// <summary>The children the caller is involved with.</summary>
    OwnInvolvements = 1,

    /// <summary>The rows that the caller's own setting supplied.</summary>
    OwnSetting = 2,

    /// <summary>A steward's queue.</summary>
    StewardQueue = 3,

    /// <summary>The children who came to the caller's own setting in the last days.</summary>
    OwnSettingJoiners = 4,

    /// <summary>The children who left the caller's own setting in the last days and have not come back.</summary>
    OwnSettingLeavers = 5,

    /// <summary>The children of the caller's local authority who are of school age and miss education, or have no school and no other education that is known.</summary>
    MissingEducation = 6,

    /// <summary>The children of the caller's local authority who are educated at home by their parents' choice.</summary>
    HomeEducated = 7,
}

/// <summary>A page of a roster.</summary>
/// <param name="Kind">Which roster.</param>
/// <param name="Page">From 0.</param>
public sealed record RosterRequest(RosterKind Kind, int Page)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 25;

    /// <summary>The least that <see cref="Days"/> may be.</summary>
    public const int FewestDays = 7;

    /// <summary>The most that <see cref="Days"/> may be.</summary>
    public const int MostDays = 90;

    /// <summary>How many days count as the last ones, for joiners and leavers: 7 to 90. Of no other roster does it say anything.</summary>
    public int Days { get; init; } = 30;
}

/// <summary>A page of a roster.</summary>
/// <param name="Lines">At most 25, sorted by name.</param>
/// <param name="HasMore">True when a further page holds lines the caller may see.</param>
public sealed record RosterPage(IReadOnlyList<Disclosed<RosterLine>> Lines, bool HasMore);

/// <summary>One line of a roster.</summary>
/// <param name="Handle">Opens the record in this session.</param>
/// <param name="Summary">Name, gender, year of birth, local authority.</param>
public sealed record RosterLine(ChildHandle Handle, ChildSummary Summary);

/// <summary>A job that the Kernel has registered.</summary>
/// <param name="Value">Stable name.</param>
public readonly record struct JobName(string Value)
{
    /// <summary>Applies a feed.</summary>
    public static readonly JobName FeedApply = new("feed-apply");

    /// <summary>Carries out, and undoes, what a steward decides about one row of a feed.</summary>
    public static readonly JobName FeedDecision = new("feed-decision");

    /// <summary>Puts fields of one record right, on a steward's word.</summary>
    public static readonly JobName Correction = new("correction");

    /// <summary>Builds and tails the search index.</summary>
    public static readonly JobName IndexBuild = new("index-build");

    /// <summary>Seals records again after a key was rotated.</summary>
    public static readonly JobName KeyRotation = new("key-rotation");

    /// <summary>Adds organisations to the directory; writes no record of a child.</summary>
    public static readonly JobName Organisations = new("organisations");

    /// <summary>Loads synthetic children into a marked database.</summary>
    public static readonly JobName SyntheticLoad = new("synthetic-load");

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What the gate refuses with. One text for every way in which a record is not to be had.</summary>
public static class GateErrors
{
    /// <summary>Not there, hidden, archived, out of scope: one answer (SEA-6).</summary>
    public static readonly Error NotAvailable = new("record.not-available",
        "No record is available to you here. Check what you entered, or ask your local authority's team.");

    /// <summary>The session has ended.</summary>
    public static readonly Error SessionEnded = new("session.ended", "Your session has ended. Sign in again.");

    /// <summary>The caller's role does not reach this act or purpose.</summary>
    public static readonly Error OutOfRole = new("role.not-permitted",
        "Your role does not allow this for the purpose you stated. Choose another purpose, or ask your administrator.");

    /// <summary>Purpose or relationship is missing.</summary>
    public static readonly Error NotStated = new("statement.missing", "Say why you are asking and how you stand to the child.");

    /// <summary>The soft limit is reached: a fresh code is needed.</summary>
    public static readonly Error StepUpNeeded = new("budget.step-up",
        "You have looked up more children than usual today. Enter a fresh code from your token to go on.");

    /// <summary>The hard limit is reached.</summary>
    public static readonly Error LimitReached = new("budget.limit",
        "You have reached your limit for now. Try again in an hour, or tomorrow if it was the day's limit. The attempt was recorded for your security reviewer.");

    /// <summary>The job is not registered or the caller may not run it.</summary>
    public static readonly Error NoSuchJob = new("job.not-permitted", "This job is not registered, or you may not run it.");

    /// <summary>The search lacks keys.</summary>
    /// <param name="missing">The alternatives that would be enough.</param>
    public static Error KeysMissing(IReadOnlyList<string> missing) =>
        new("search.keys-missing", $"Not enough to search with. Add one of: {string.Join("; ", missing)}.");
}
