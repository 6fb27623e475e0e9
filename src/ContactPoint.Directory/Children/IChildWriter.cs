using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Children;

/// <summary>Writes records in bulk for a registered job: prepared statements, sealed documents, no tracked entities.</summary>
/// <remarks>
/// Every write counts the version up and appends to the change table that the search index follows, in the transaction of
/// <c>unit</c>. Which jobs may write, and what, is a closed set; a refusal leaves an entry in that transaction. The audit entry is the caller's: one for each changed child in a feed, one for a run in an initial load.
/// </remarks>
public interface IChildWriter
{
    /// <summary>Creates or changes one record.</summary>
    /// <param name="pass">The job.</param>
    /// <param name="write">What to write.</param>
    /// <param name="unit">The transaction.</param>
    /// <returns>The new version; with nothing written <see cref="ChildErrors.NotAllowed"/> when the job may not write this, <see cref="ChildErrors.Moved"/> when the record is not at the expected version, or
    /// <see cref="ChildErrors.Unreadable"/> when an identity that does not open would be replaced.</returns>
    ValueTask<Result<long>> WriteAsync(JobPass pass, ChildWrite write, IUnitOfWork unit);
}
