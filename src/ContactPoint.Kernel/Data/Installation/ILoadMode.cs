using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Data.Installation;

/// <summary>Writes an embedded database without waiting for the disk, for as long as an unfinished load is noted in it (ADR 0011). Does nothing on SQL Server.</summary>
/// <remarks>
/// A commit then outlives the process, not the machine. So that no load goes on over pages that were lost, the database says on which start of the machine it is
/// written this way, and the load cannot be noted as done before everything is on the disk.
/// </remarks>
public interface ILoadMode
{
    /// <summary>Begins it. Nobody else of this process may read the database while the mode begins or ends.</summary>
    /// <param name="pass">A pass of <see cref="JobName.SyntheticLoad"/>.</param>
    /// <param name="cancellation">Cancels before it begins.</param>
    /// <returns>A refusal when no load is noted, or when the machine stopped while the database was written this way.</returns>
    Task<Result<bool>> BeginAsync(JobPass pass, CancellationToken cancellation = default);

    /// <summary>Ends it: everything is on the disk. Does nothing when it has not begun.</summary>
    Task EndAsync();
}
