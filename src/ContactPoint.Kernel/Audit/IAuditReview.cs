using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Audit;

/// <summary>The audit trail as reviewers read it (AUD-1, AUD-3). Reviewers are audited as well.</summary>
public interface IAuditReview
{
    /// <summary>A page of entries, newest first. A local reviewer sees entries of actors of that authority; a national one all.</summary>
    /// <param name="caller">Must hold the role of a security reviewer.</param>
    /// <param name="filter">What to show.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<AuditPage>> ListAsync(CallerContext caller, AuditFilter filter, CancellationToken cancellation = default);

    /// <summary>One entry whole, with what is sealed in it and whether the log's tree vouches for it.</summary>
    /// <param name="caller">Must hold the role of a security reviewer.</param>
    /// <param name="entry">The entry's id.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<AuditEntryView>> OpenAsync(CallerContext caller, Guid entry, CancellationToken cancellation = default);
}

/// <summary>Which entries.</summary>
public sealed record AuditFilter
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 25;

    /// <summary>From this time on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Of this kind of event, by its code.</summary>
    public int? EventCode { get; init; }

    /// <summary>That ended so.</summary>
    public AuditOutcome? Outcome { get; init; }

    /// <summary>By the user with this user name.</summary>
    public string? UserName { get; init; }

    /// <summary>Of the child with this pseudonym.</summary>
    public Guid? Child { get; init; }

    /// <summary>With this purpose.</summary>
    public Purpose? Purpose { get; init; }

    /// <summary>Older than this place in the list; null for the newest page. Opaque.</summary>
    public string? Before { get; init; }
}

/// <summary>A page of entries.</summary>
/// <param name="Lines">At most 25, newest first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Seal">How the sealing of the log stands.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, string? Next, SealState Seal);

/// <summary>One entry in the list.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="At">When.</param>
/// <param name="Event">What kind of event.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="UserName">Who, by user name; null for nobody known.</param>
/// <param name="DisplayName">Who, by name.</param>
/// <param name="Purpose">Stated purpose; None where none was asked.</param>
/// <param name="Child">Pseudonym of the child; null where none was disclosed or changed.</param>
/// <param name="IsSealed">True once a signed checkpoint covers it.</param>
public sealed record AuditLine(
    Guid Id, DateTimeOffset At, AuditEventType Event, AuditOutcome Outcome, string? UserName, string? DisplayName, Purpose Purpose, Guid? Child, bool IsSealed);

/// <summary>One entry whole.</summary>
/// <param name="Line">What the list shows.</param>
/// <param name="Relationship">Stated relationship.</param>
/// <param name="PolicyVersion">The policy that decided.</param>
/// <param name="Payload">The sealed part as indented JSON; null once purged.</param>
/// <param name="LeafNumber">Its number in the log; null while in the tail.</param>
/// <param name="Proof">Whether the log vouches for it.</param>
public sealed record AuditEntryView(AuditLine Line, Relationship Relationship, string PolicyVersion, string? Payload, long? LeafNumber, EntryProof Proof);

/// <summary>Whether the log vouches for an entry.</summary>
public enum EntryProof
{
    /// <summary>In the tail; its MAC verifies.</summary>
    TailVerified = 1,

    /// <summary>Under the last checkpoint; its inclusion proof verifies.</summary>
    Included = 2,

    /// <summary>Altered.</summary>
    Broken = 3,
}
