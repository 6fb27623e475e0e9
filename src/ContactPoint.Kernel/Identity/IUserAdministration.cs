using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity;

/// <summary>Users, tokens, role scopes and accreditation. Every act is audited, refusals too.</summary>
/// <remarks>
/// Open to system accounts alone: the command line and the demo set up the first users. What widens access between people goes
/// through two-person acts (I-50). Errors are said to an administrator and may name what is wrong.
/// </remarks>
public interface IUserAdministration
{
    /// <summary>Accredits an organisation (USR-2), or renames one that is.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> AccreditAsync(CallerContext by, Guid organisationId, string name, CancellationToken cancellation = default);

    /// <summary>Withdraws accreditation: its users' sessions end and none of them can sign in.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> WithdrawAccreditationAsync(CallerContext by, Guid organisationId, CancellationToken cancellation = default);

    /// <summary>Creates a user, without any scope or token.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="user">The user.</param>
    /// <param name="password">15 to 128 characters, kept verbatim (ASVS 6.2).</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The user's id.</returns>
    Task<Result<Guid>> CreateAsync(CallerContext by, NewUser user, string password, CancellationToken cancellation = default);

    /// <summary>The id of the user with this name, of whatever state; null when there is none.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="userName">The user name, in any case.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<Guid?> FindAsync(CallerContext by, string userName, CancellationToken cancellation = default);

    /// <summary>Sets the role scopes that a user holds, in place of those held before; ends the user's sessions.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="scopes">The scopes; each ends within 12 months (I-50), and a security reviewer holds no other role (USR-11).</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> GrantAsync(CallerContext by, Guid userId, IReadOnlyList<RoleScope> scopes, CancellationToken cancellation = default);

    /// <summary>Records the evidence of USR-1. A DBS check dated in the future, or said to be good for more than three years from its date, is refused.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="evidence">The evidence.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> RecordEvidenceAsync(CallerContext by, Guid userId, UserEvidence evidence, CancellationToken cancellation = default);

    /// <summary>Enrols an authenticator app in place of any token before; ends the user's sessions.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The secret, this once.</returns>
    Task<Result<EnrolledToken>> EnrolTokenAsync(CallerContext by, Guid userId, CancellationToken cancellation = default);

    /// <summary>Learns how far a token's clock is off, from two codes in a row (RFC 6238, section 6); three steps at most. Uses both codes up.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="first">A code.</param>
    /// <param name="second">The code after it.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> ResynchroniseTokenAsync(CallerContext by, Guid userId, string first, string second, CancellationToken cancellation = default);

    /// <summary>Suspends a user and ends the user's sessions (USR-8).</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="userId">Whom.</param>
    /// <param name="reason">Why; for the audit entry.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> SuspendAsync(CallerContext by, Guid userId, string reason, CancellationToken cancellation = default);

    /// <summary>Lifts a suspension.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="reason">Why; for the audit entry.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> ReinstateAsync(CallerContext by, Guid userId, string reason, CancellationToken cancellation = default);

    /// <summary>Closes an account for good.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="reason">Why; for the audit entry.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> CloseAsync(CallerContext by, Guid userId, string reason, CancellationToken cancellation = default);
}
