using ContactPoint.Sdk.Results;

namespace ContactPoint.Sdk.Access;

/// <summary>Who is asking in this request or circuit.</summary>
public interface ICallerSource
{
    /// <summary>The caller, made from the session row now. Fails when the session has ended, is idle too long or was revoked.</summary>
    /// <param name="cancellation">Cancels the read.</param>
    Task<Result<CallerContext>> CurrentAsync(CancellationToken cancellation = default);
}
