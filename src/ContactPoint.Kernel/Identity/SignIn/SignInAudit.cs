using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>Audit entries of sign-in and step-up: the typed name and the client's address sealed; never a password or a code.</summary>
internal sealed class SignInAudit(IAuditTrail trail)
{
    private const int LongestAddress = 100;

    public ValueTask<Guid> RefusedAsync(SignInCheck check, string clientAddress, IUnitOfWork unit) => trail.AppendAsync(
        new AuditEvent
        {
            Type = AuditEvents.SignInFailed,
            Actor = ActorOf(check.Account, Guid.Empty),
            Outcome = AuditOutcome.Refused,
            Reasons = check.Reasons(),
            Detail = new Dictionary<string, object?> { ["typedName"] = check.Taken.Finding.TypedName, ["address"] = Kept(clientAddress) },
        },
        unit);

    public ValueTask<Guid> OpenedAsync(SignInAccount account, Guid session, string clientAddress, IUnitOfWork unit) => trail.AppendAsync(
        new AuditEvent
        {
            Type = AuditEvents.SignedIn,
            Actor = ActorOf(account, session),
            Outcome = AuditOutcome.Granted,
            Detail = new Dictionary<string, object?> { ["address"] = Kept(clientAddress), ["factor"] = SecondFactor.AuthenticatorApp.ToString() },
        },
        unit);

    public ValueTask<Guid> SteppedUpAsync(CallerContext caller, IReadOnlyList<ReasonCode> refusals, IUnitOfWork unit) => trail.AppendAsync(
        new AuditEvent
        {
            Type = AuditEvents.SteppedUp,
            Actor = AuditActor.Of(caller),
            Outcome = refusals.Count == 0 ? AuditOutcome.Granted : AuditOutcome.Refused,
            Reasons = refusals,
        },
        unit);

    private static AuditActor ActorOf(SignInAccount? account, Guid session) =>
        account is null ? AuditActor.Unknown : new AuditActor(account.Id, session, account.OrganisationId, account.DisplayName) { Authority = account.Authority };

    private static string Kept(string address) => address.Length > LongestAddress ? address[..LongestAddress] : address;
}
