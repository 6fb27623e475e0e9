using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Identity;

/// <summary>Callers that are no person: the command line and jobs. Each has an account and a session of its own, and is audited.</summary>
/// <remarks>The operator credential is access to the key ring: whoever runs the process can read the keys. It can never sign in on a page.</remarks>
public interface ISystemCallers
{
    /// <summary>Opens a session of a system account, with the role of a system account and no other.</summary>
    /// <param name="function">What it is for: <c>command-line</c>. Lower case, digits and hyphens.</param>
    /// <param name="operatorName">Who started it, as the operating system knows them; for the audit entry.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<CallerContext> OpenAsync(string function, string operatorName, CancellationToken cancellation = default);

    /// <summary>Ends the session.</summary>
    /// <param name="caller">As <see cref="OpenAsync"/> answered.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task CloseAsync(CallerContext caller, CancellationToken cancellation = default);
}
