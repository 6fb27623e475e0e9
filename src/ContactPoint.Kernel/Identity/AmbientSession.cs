namespace ContactPoint.Kernel.Identity;

/// <summary>Which session this request or circuit belongs to, and by which of its tokens. Set once, by the host alone, from a cookie that it validated.</summary>
/// <remarks>Scoped: one for each HTTP request and one for each circuit. Holds ids, not a right: every use reads the row again.</remarks>
public sealed class AmbientSession
{
    /// <summary>The session; null when nobody is signed in.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The token by which it was named (<see cref="SessionSnapshot.TokenId"/>); null where there was none, as on the command line.</summary>
    public Guid? TokenId { get; private set; }

    /// <summary>Binds the scope to a session.</summary>
    /// <param name="sessionId">The validated session.</param>
    /// <param name="tokenId">The token of the cookie; once it is renewed, this scope is refused.</param>
    /// <exception cref="InvalidOperationException">The scope is bound to another session or token: a scope never changes hands.</exception>
    public void Set(Guid sessionId, Guid? tokenId = null)
    {
        if (SessionId is { } bound && (bound != sessionId || TokenId != tokenId)) throw new InvalidOperationException("This scope belongs to another session.");
        (SessionId, TokenId) = (sessionId, tokenId);
    }
}
