namespace ContactPoint.Kernel.Identity;

/// <summary>Which session this request or circuit belongs to. Set once, by the host alone, from a cookie that it validated.</summary>
/// <remarks>Scoped: one for each HTTP request and one for each circuit. Holds an id, not a right: every use reads the row again.</remarks>
public sealed class AmbientSession
{
    /// <summary>The session; null when nobody is signed in.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>Binds the scope to a session.</summary>
    /// <param name="sessionId">The validated session.</param>
    /// <exception cref="InvalidOperationException">The scope is bound to another session: a scope never changes hands.</exception>
    public void Set(Guid sessionId)
    {
        if (SessionId is { } bound && bound != sessionId) throw new InvalidOperationException("This scope belongs to another session.");
        SessionId = sessionId;
    }
}
