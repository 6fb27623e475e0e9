using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity;

/// <summary>Sessions as rows: 15 minutes idle, 12 hours in all, one live session a user (USR-10).</summary>
public interface ISessions
{
    /// <summary>The live session that a cookie's token names; null when there is none any more. Is no activity.</summary>
    /// <param name="token">The token of the cookie.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<SessionSnapshot?> ValidateAsync(string token, CancellationToken cancellation = default);

    /// <summary>Whether a session is live now.</summary>
    /// <param name="sessionId">The session row.</param>
    /// <param name="tokenId">Also whether this is still its token; null does not ask.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<bool> IsLiveAsync(Guid sessionId, Guid? tokenId = null, CancellationToken cancellation = default);

    /// <summary>Notes that its user did something. Writes at most every 15 seconds; revives nothing that has ended.</summary>
    /// <param name="sessionId">The session row.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task TouchAsync(Guid sessionId, CancellationToken cancellation = default);

    /// <summary>Signs out. A token that names no live session does nothing.</summary>
    /// <param name="token">The token of the cookie.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task SignOutAsync(string token, CancellationToken cancellation = default);

    /// <summary>The caller's own live sessions.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<IReadOnlyList<SessionSnapshot>> OwnAsync(CallerContext caller, CancellationToken cancellation = default);

    /// <summary>Ends one of the caller's own sessions; of somebody else's it says that there is none.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="sessionId">Which one.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> EndOwnAsync(CallerContext caller, Guid sessionId, CancellationToken cancellation = default);
}

/// <summary>A session as it stands.</summary>
/// <param name="Id">The row.</param>
/// <param name="UserId">Whose.</param>
/// <param name="OrganisationId">That user's organisation.</param>
/// <param name="DisplayName">That user's name.</param>
/// <param name="StartedAt">When it was opened.</param>
/// <param name="LastActivityAt">Last activity, to 15 seconds.</param>
/// <param name="IdleEndsAt">When it ends unless something is done.</param>
/// <param name="EndsAt">When it ends whatever happens.</param>
public sealed record SessionSnapshot(
    Guid Id, Guid UserId, Guid OrganisationId, string DisplayName,
    DateTimeOffset StartedAt, DateTimeOffset LastActivityAt, DateTimeOffset IdleEndsAt, DateTimeOffset EndsAt)
{
    /// <summary>Names the token that it has now; tells nothing of it that would sign anybody in.</summary>
    public Guid TokenId { get; init; }
}

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    /// <summary>Its user signed out.</summary>
    SignedOut = 1,

    /// <summary>Its user signed in elsewhere.</summary>
    Replaced = 2,

    /// <summary>Idle for too long.</summary>
    Idle = 3,

    /// <summary>The longest time a session may last is over.</summary>
    TimeLimit = 4,

    /// <summary>Revoked.</summary>
    Revoked = 5,

    /// <summary>The account, its evidence or its organisation's accreditation no longer holds (USR-1, USR-2).</summary>
    Entitlement = 6,
}
