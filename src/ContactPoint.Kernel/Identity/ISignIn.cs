using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity;

/// <summary>Sign-in in two steps (USR-5). Both steps answer alike whatever is wrong (I-29).</summary>
public interface ISignIn
{
    /// <summary>First step: user name and password. Tells nothing: the answer has one form and takes one amount of work.</summary>
    /// <param name="userName">As typed.</param>
    /// <param name="password">As typed, verbatim.</param>
    /// <param name="clientAddress">Where from; for the audit entry.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The id of the attempt, to be kept for the second step: 43 characters, good for five minutes.</returns>
    Task<string> BeginAsync(string userName, string password, string clientAddress, CancellationToken cancellation = default);

    /// <summary>Second step: the code. Opens a session and ends the user's other one (USR-10), or answers <see cref="SignInErrors.Refused"/>.</summary>
    /// <param name="attempt">As <see cref="BeginAsync"/> answered.</param>
    /// <param name="code">The code typed; spaces are ignored.</param>
    /// <param name="clientAddress">Where from; for the audit entry.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<NewSession>> CompleteAsync(string attempt, string code, string clientAddress, CancellationToken cancellation = default);
}

/// <summary>A session that was just opened.</summary>
/// <param name="Token">What the cookie carries: 256 random bits as base64url. Stored hashed; never to be had again.</param>
/// <param name="SessionId">The session row.</param>
/// <param name="DisplayName">Whose.</param>
/// <param name="EndsAt">When it ends whatever happens.</param>
public sealed record NewSession(string Token, Guid SessionId, string DisplayName, DateTimeOffset EndsAt)
{
    /// <summary>Redacted: the token is as good as a password.</summary>
    public override string ToString() => $"session {SessionId:N}";
}

/// <summary>What sign-in and step-up refuse with.</summary>
public static class SignInErrors
{
    /// <summary>The one answer to every sign-in that does not succeed.</summary>
    public static readonly Error Refused = new("sign-in.refused",
        "You could not be signed in. Check your user name and password, wait for a fresh code and try again. If it still fails, ask your administrator.");

    /// <summary>The one answer to every code that does not step up.</summary>
    public static readonly Error CodeRefused = new("step-up.refused", "The code was not accepted. Wait for a fresh code on your token and try again.");
}
