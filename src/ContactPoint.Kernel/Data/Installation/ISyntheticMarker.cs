using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Data.Installation;

/// <summary>Says of a database that every child in it is invented (OPS-2). Set once, on an empty database; never taken off.</summary>
/// <remarks>Whatever makes synthetic people or hands out pretend tokens asks here first, so that it can never run beside real records.</remarks>
public interface ISyntheticMarker
{
    /// <summary>Whether the database is marked.</summary>
    /// <param name="cancellation">Cancels the read.</param>
    Task<bool> IsSetAsync(CancellationToken cancellation = default);

    /// <summary>Marks the database, unless somebody already works with it; marking it again does nothing.</summary>
    /// <param name="pass">A pass of <see cref="JobName.SyntheticLoad"/>.</param>
    /// <param name="unit">The transaction.</param>
    /// <returns>A refusal when it holds users or accredited organisations.</returns>
    ValueTask<Result<bool>> SetAsync(JobPass pass, IUnitOfWork unit);
}
