using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity;

/// <summary>Takes the fresh code of a step-up (USR-10). For the host alone: what it answers is a session's token.</summary>
public interface IStepUpCodes
{
    /// <summary>
    /// Checks a code and, when right, marks the session as freshly verified and renews its token, in one transaction: whoever came by the old token has
    /// the fresh code at no moment, in no process (ASVS 7.2.4). Each code works once.
    /// </summary>
    /// <param name="caller">The caller, by the token in force.</param>
    /// <param name="code">The code typed.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The session under its new token.</returns>
    Task<Result<NewSession>> VerifyAsync(CallerContext caller, string code, CancellationToken cancellation = default);
}
