using System.Text.Encodings.Web;
using ContactPoint.Kernel.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace ContactPoint.Shell.SignIn;

/// <summary>
/// Reads the cookie's session row on every request. The principal carries the ids of the session and of its token and nothing that could be
/// taken for a right: scope is read from the rows each time (never from claims).
/// </summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ISessions sessions, AmbientSession ambient, ReturnPath returnPath)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme.</summary>
    public const string SchemeName = "session";

    /// <summary>The only claim that counts.</summary>
    public const string SessionClaim = "sid";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // What anybody may see is answered without a look at the row.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || Request.Cookies[SessionCookie.Session] is not { Length: > 0 } token)
            return AuthenticateResult.NoResult();
        if (await sessions.ValidateAsync(token, Context.RequestAborted) is not { } session)
            return AuthenticateResult.Fail("The session has ended.");

        ambient.Set(session.Id, session.TokenId);
        return AuthenticateResult.Success(new AuthenticationTicket(new SessionBinding(session.Id, session.TokenId).ToPrincipal(), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // A page leads to sign-in; whatever a script asked for is told no.
        if (!HttpMethods.IsGet(Request.Method) || Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        Response.Redirect(returnPath.Allowed(Request.Path.Value) is { } path and not "/" ? $"/sign-in?return-to={Uri.EscapeDataString(path)}" : "/sign-in");
        return Task.CompletedTask;
    }
}
