namespace ContactPoint.Sdk.Access;

/// <summary>The host's own account, which the jobs that nobody started run as (USR-4: system account).</summary>
public interface ISystemCaller
{
    /// <summary>The caller, made now. Holds the role of a system account and no other.</summary>
    /// <param name="cancellation">Cancels the read.</param>
    Task<CallerContext> CurrentAsync(CancellationToken cancellation = default);
}
