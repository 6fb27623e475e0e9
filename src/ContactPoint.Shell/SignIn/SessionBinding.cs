using System.Security.Claims;

namespace ContactPoint.Shell.SignIn;

/// <summary>What a line and its circuit are bound to: a session, and the token of it that the cookie carried when they were opened.</summary>
/// <param name="Session">The session.</param>
/// <param name="Token">The name of the token, not the token. A fresh code renews it, and what was opened with the one before ends.</param>
internal readonly record struct SessionBinding(Guid Session, Guid Token)
{
    private const string TokenClaim = "tid";

    /// <summary>What a principal stands for; null for a stranger.</summary>
    public static SessionBinding? Of(ClaimsPrincipal? user) =>
        Guid.TryParseExact(user?.FindFirst(SessionAuthentication.SessionClaim)?.Value, "N", out var session) && Guid.TryParseExact(user.FindFirst(TokenClaim)?.Value, "N", out var token)
            ? new SessionBinding(session, token)
            : null;

    /// <summary>The principal. The token stands in an identity of its own that is not authenticated: forms are bound to the session's claims (antiforgery) and outlive its tokens.</summary>
    public ClaimsPrincipal ToPrincipal() => new([
        new ClaimsIdentity([new Claim(SessionAuthentication.SessionClaim, Session.ToString("N"))], SessionAuthentication.SchemeName, SessionAuthentication.SessionClaim, roleType: null),
        new ClaimsIdentity([new Claim(TokenClaim, Token.ToString("N"))]),
    ]);
}
