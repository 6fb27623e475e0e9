using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Sdk.Access;

/// <summary>Proof that the gate decided and wrote the audit entry. Made by the Kernel alone.</summary>
public abstract class AccessPass
{
    private protected AccessPass(PassTerms terms) => Terms = terms;

    /// <summary>Who the pass was issued to.</summary>
    public CallerContext Caller => Terms.Caller;

    /// <summary>The audit entry that records the decision.</summary>
    public Guid AuditEntryId => Terms.AuditEntryId;

    /// <summary>The version of the policy that decided.</summary>
    public string PolicyVersion => Terms.PolicyVersion;

    /// <summary>When the pass ends; at most 15 minutes after it was issued.</summary>
    public DateTimeOffset ExpiresAt => Terms.ExpiresAt;

    internal PassTerms Terms { get; }

    /// <summary>True once <see cref="ExpiresAt"/> has come, the session was revoked, or what is open of the record was.</summary>
    public bool HasEnded => Terms.Clock.GetUtcNow() >= ExpiresAt || Terms.SessionEnded.IsCancellationRequested || Terms.RecordRevoked.IsCancellationRequested;
}

/// <summary>What every pass carries.</summary>
internal sealed record PassTerms(
    CallerContext Caller, Guid AuditEntryId, string PolicyVersion, DateTimeOffset ExpiresAt, TimeProvider Clock, CancellationToken SessionEnded, CancellationToken RecordRevoked);

/// <summary>Content of one child's record may be read: the granted parts, at one version.</summary>
public sealed class RecordPass : AccessPass
{
    internal RecordPass(PassTerms terms, ChildId child, AccessStatement statement, Decision decision, long version)
        : base(terms)
    {
        Child = child;
        Statement = statement;
        Granted = decision.Granted;
        Withheld = decision.Sayable;
        Version = version;
    }

    /// <summary>The child.</summary>
    public ChildId Child { get; }

    /// <summary>The purpose and relationship it was asked with.</summary>
    public AccessStatement Statement { get; }

    /// <summary>The parts that may be read.</summary>
    public IReadOnlySet<PartKey> Granted { get; }

    /// <summary>The parts withheld that the caller may be told of; a part withheld in silence is in neither list.</summary>
    public IReadOnlyList<WithheldPart> Withheld { get; }

    /// <summary>The version of the record that was decided on.</summary>
    public long Version { get; }

    /// <summary>Turns a part that was read into the only thing a page or the API can render.</summary>
    /// <typeparam name="T">The part's type.</typeparam>
    /// <param name="part">Which part.</param>
    /// <param name="version">The record's version in the same snapshot as <paramref name="value"/>.</param>
    /// <param name="value">What was read.</param>
    /// <returns>A refusal when the part was not granted, the pass has ended or the record has moved on and must be decided again.</returns>
    public Result<Disclosed<T>> Disclose<T>(PartKey part, long version, T value)
    {
        if (HasEnded) return PassErrors.Ended;
        if (!Granted.Contains(part)) return PassErrors.NotGranted;
        return version != Version ? PassErrors.Moved : new Disclosed<T>(value);
    }
}

/// <summary>Existence of the permitted results of one search or roster page may be shown.</summary>
public sealed class SearchPass : AccessPass
{
    internal SearchPass(PassTerms terms, IReadOnlySet<ChildId> children)
        : base(terms) => Children = children;

    /// <summary>The children whose summary may be shown: ten of a search, 25 of a roster.</summary>
    public IReadOnlySet<ChildId> Children { get; }

    /// <summary>Turns a summary that was held back into one that may be rendered.</summary>
    /// <typeparam name="T">The summary's type.</typeparam>
    /// <param name="child">Whose.</param>
    /// <param name="value">The value held back.</param>
    public Result<Disclosed<T>> Disclose<T>(ChildId child, Undisclosed<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (HasEnded) return PassErrors.Ended;
        return Children.Contains(child) ? new Disclosed<T>(value.Held) : PassErrors.NotGranted;
    }
}

/// <summary>What rows of feeds say may be shown to a data steward: child data that no record holds.</summary>
public sealed class RowsPass : AccessPass
{
    internal RowsPass(PassTerms terms, IReadOnlySet<Guid> rows)
        : base(terms) => Rows = rows;

    /// <summary>The rows: 25 of a list, one that was opened.</summary>
    public IReadOnlySet<Guid> Rows { get; }

    /// <summary>Turns what a row says into what may be rendered.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="row">Which row.</param>
    /// <param name="value">What it says.</param>
    public Result<Disclosed<T>> Disclose<T>(Guid row, T value)
    {
        if (HasEnded) return PassErrors.Ended;
        return Rows.Contains(row) ? new Disclosed<T>(value) : PassErrors.NotGranted;
    }
}

/// <summary>The gate's own ticket to the ports that tell it facts, before it has decided. Never leaves the gate and its ports.</summary>
public sealed class FactsPass : AccessPass
{
    internal FactsPass(PassTerms terms, IReadOnlyList<ChildId> children)
        : base(terms) => Children = children;

    /// <summary>The fixed set that is read: padded with ids of nobody, so that the work tells nothing.</summary>
    public IReadOnlyList<ChildId> Children { get; }
}

/// <summary>A named, registered job may read and change records in bulk. Its types cannot reach pages or the API.</summary>
public sealed class JobPass : AccessPass
{
    internal JobPass(PassTerms terms, JobName job)
        : base(terms) => Job = job;

    /// <summary>Which job.</summary>
    public JobName Job { get; }
}

/// <summary>Why a pass did not disclose.</summary>
public static class PassErrors
{
    /// <summary>The pass has expired or its session has ended.</summary>
    public static readonly Error Ended = new("pass.ended", "Your access to this record has ended. Open it again.");

    /// <summary>The part was not granted.</summary>
    public static readonly Error NotGranted = new("pass.not-granted", "This is not available to you.");

    /// <summary>The record changed after the decision and must be decided again.</summary>
    public static readonly Error Moved = new("pass.moved", "The record has changed. Open it again.");
}
