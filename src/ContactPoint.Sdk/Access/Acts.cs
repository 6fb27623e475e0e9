using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Sdk.Access;

/// <summary>A kind of act that takes two people: what it is, who may propose and confirm it, and what it does.</summary>
/// <remarks>Proposed, confirmed by somebody entitled and different, expiring, audited. The kind is registered once; there is no other way to run it.</remarks>
public interface ITwoPersonAct
{
    /// <summary>Stable name.</summary>
    string Kind { get; }

    /// <summary>How long a proposal waits.</summary>
    TimeSpan Expiry { get; }

    /// <summary>Whether this person may propose it.</summary>
    /// <param name="caller">The proposer.</param>
    bool MayPropose(CallerContext caller);

    /// <summary>Whether this person may confirm it. That proposer and confirmer differ is checked by the mechanism.</summary>
    /// <param name="caller">The confirmer.</param>
    bool MayConfirm(CallerContext caller);

    /// <summary>Does it, in the transaction of the confirmation.</summary>
    /// <param name="payload">As proposed.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask ExecuteAsync(string payload, IUnitOfWork unit);

    /// <summary>Whether this person may propose just this.</summary>
    /// <param name="caller">The proposer.</param>
    /// <param name="payload">What exactly.</param>
    bool MayPropose(CallerContext caller, string payload) => MayPropose(caller);

    /// <summary>Whether this person may see, confirm and refuse just this.</summary>
    /// <param name="caller">The second person.</param>
    /// <param name="payload">What exactly.</param>
    bool MayConfirm(CallerContext caller, string payload) => MayConfirm(caller);

    /// <summary>Does it, knowing who agreed. What is refused here leaves the proposal spent.</summary>
    /// <param name="act">What was agreed, by whom.</param>
    /// <param name="unit">The transaction.</param>
    /// <returns>Why it can no longer be done; null when it was.</returns>
    async ValueTask<Error?> ExecuteAsync(AgreedAct act, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(act);
        await ExecuteAsync(act.Payload, unit);
        return null;
    }
}

/// <summary>An act that two people agreed on.</summary>
/// <param name="Proposal">The proposal's id.</param>
/// <param name="Payload">As proposed.</param>
/// <param name="ProposedBy">The first person's account.</param>
/// <param name="Confirmer">The second person.</param>
public sealed record AgreedAct(Guid Proposal, string Payload, Guid ProposedBy, CallerContext Confirmer);

/// <summary>A proposal that waits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Payload">What exactly.</param>
/// <param name="IsCallers">True when the reader proposed it: then somebody else must confirm it.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="ExpiresAt">Until when it waits.</param>
public sealed record OpenProposal(Guid Id, string Payload, bool IsCallers, DateTimeOffset ProposedAt, DateTimeOffset ExpiresAt);

/// <summary>Where two-person acts are proposed and confirmed.</summary>
public interface ITwoPersonActs
{
    /// <summary>Proposes an act.</summary>
    /// <param name="caller">The proposer.</param>
    /// <param name="kind">Which act.</param>
    /// <param name="payload">What exactly; at most 4,000 characters; sealed at rest and audited.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The proposal's id.</returns>
    Task<Result<Guid>> ProposeAsync(CallerContext caller, string kind, string payload, CancellationToken cancellation = default);

    /// <summary>Confirms and runs a proposal: once, before it expires, by a different person in a different session.</summary>
    /// <param name="caller">The confirmer.</param>
    /// <param name="proposal">The proposal's id.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> ConfirmAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default);

    /// <summary>Takes a proposal off the table: by its proposer, or by somebody who might confirm it.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="proposal">The proposal's id.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> RefuseAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default);

    /// <summary>The proposals of a kind that wait and that this person may confirm or refuse, the oldest first; at most 50.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="kind">Which act.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<Result<IReadOnlyList<OpenProposal>>> OpenAsync(CallerContext caller, string kind, CancellationToken cancellation = default);
}

/// <summary>Step-up: a sensitive act needs a fresh code (USR-10). The code itself is taken by the host alone, which hands out a new token with it.</summary>
public interface IStepUp
{
    /// <summary>How old a code may be for a sensitive act.</summary>
    static TimeSpan MaximumAge { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the caller's last code is fresh enough.</summary>
    /// <param name="caller">The caller.</param>
    bool IsFresh(CallerContext caller);
}

/// <summary>What is revoked.</summary>
public enum RevocationKind
{
    /// <summary>One session.</summary>
    Session = 1,

    /// <summary>Every session of a user.</summary>
    User = 2,

    /// <summary>Every session of an organisation's users.</summary>
    Organisation = 3,

    /// <summary>What is open of one child's record.</summary>
    Record = 4,

    /// <summary>One token of a session that goes on under a newer one: what was opened with the old one ends.</summary>
    Token = 5,
}

/// <summary>Something was revoked; open pages that show it go blank.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">Its id.</param>
public sealed record RevocationNotice(RevocationKind Kind, Guid Subject);

/// <summary>Revocation: one row and one notice, in 1 second at the median and 5 always, on every node (USR-8).</summary>
public interface IRevocations
{
    /// <summary>Writes the revocation in a transaction; the notice goes out after the commit, and to other processes by their tail of the table.</summary>
    /// <param name="notice">What is revoked.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask RevokeAsync(RevocationNotice notice, IUnitOfWork unit);

    /// <summary>Tells a listener of every revocation from now on.</summary>
    /// <param name="listener">Quick; does not throw.</param>
    /// <returns>Ends the subscription when disposed.</returns>
    IDisposable Subscribe(Action<RevocationNotice> listener);
}
