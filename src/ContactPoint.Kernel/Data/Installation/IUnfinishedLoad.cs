using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Data.Installation;

/// <summary>How far a load of synthetic children has come that fills this database: kept in the transaction of each step, so that half a country never passes as whole.</summary>
public interface IUnfinishedLoad
{
    /// <summary>Whether one is under way or was broken off.</summary>
    /// <param name="cancellation">Cancels the read.</param>
    Task<bool> IsThereAsync(CancellationToken cancellation = default);

    /// <summary>What the load wrote of itself; null when none is under way.</summary>
    /// <param name="unit">The transaction.</param>
    ValueTask<string?> ReadAsync(IUnitOfWork unit);

    /// <summary>Notes how far the load is, or that it is done.</summary>
    /// <param name="pass">A pass of <see cref="JobName.SyntheticLoad"/>.</param>
    /// <param name="place">At most 400 characters; null when it is done.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask<Result<bool>> WriteAsync(JobPass pass, string? place, IUnitOfWork unit);
}
