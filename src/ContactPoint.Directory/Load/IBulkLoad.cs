using ContactPoint.Directory.Children;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Load;

/// <summary>Fills an empty directory: the rows that <see cref="IChildWriter"/> would write for new records, by the way that is quickest for the database at hand.</summary>
/// <remarks>
/// Sealing and writing are apart, so that one core seals while the other writes. The caller keeps, in the same transaction, how far it has come,
/// and writes one audit entry for the whole run. For registered jobs only.
/// </remarks>
public interface IBulkLoad
{
    /// <summary>How many children one transaction may write: a follower of the change table looks back that far.</summary>
    const int MostAtOnce = 3_000;

    /// <summary>Whether there is neither a child nor an organisation yet.</summary>
    /// <param name="unit">The transaction.</param>
    ValueTask<bool> IsEmptyAsync(IUnitOfWork unit);

    /// <summary>Takes off the indexes that are quicker built at the end than kept all the way. Harmless when they are off.</summary>
    /// <param name="pass">The job's pass.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask<Result<bool>> BeginAsync(JobPass pass, IUnitOfWork unit);

    /// <summary>Writes organisations and practitioners.</summary>
    /// <param name="pass">The job's pass.</param>
    /// <param name="organisations">Organisations that are not there yet.</param>
    /// <param name="practitioners">Practitioners of organisations that are there.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask<Result<bool>> WriteAsync(JobPass pass, IReadOnlyList<Organisation> organisations, IReadOnlyList<Practitioner> practitioners, IUnitOfWork unit);

    /// <summary>Seals new records. Safe from several threads at once; touches no database.</summary>
    /// <param name="pass">The job's pass.</param>
    /// <param name="children">New records, at most <see cref="MostAtOnce"/>; quickest in order of id, and when each is made as it is asked for.</param>
    /// <exception cref="ArgumentException">A record is not a new one, lacks its identity, or names a service or number that does not exist; or there are too many.</exception>
    SealedChildren Seal(JobPass pass, IEnumerable<ChildWrite> children);

    /// <summary>Writes what was sealed.</summary>
    /// <param name="pass">The job's pass.</param>
    /// <param name="children">The sealed rows.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask<Result<bool>> WriteAsync(JobPass pass, SealedChildren children, IUnitOfWork unit);

    /// <summary>Builds the search index of a load from the records themselves, which is quicker than opening them again. Touches no database.</summary>
    /// <param name="pass">The job's pass.</param>
    /// <param name="children">Every record of the directory, in order of id; no more of each than identity, whereabouts and state is looked at.</param>
    LoadedIndex Index(JobPass pass, IEnumerable<ChildWrite> children);

    /// <summary>Keeps the search index as a snapshot, so that the host's first start need not build it. Called when every record is committed.</summary>
    /// <param name="pass">The job's pass.</param>
    /// <param name="index">What <see cref="Index"/> built of every record.</param>
    ValueTask<Result<bool>> KeepAsync(JobPass pass, LoadedIndex index);

    /// <summary>Builds the indexes that <see cref="BeginAsync"/> took off, and wakes whoever follows the change table.</summary>
    /// <param name="pass">The job's pass.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask<Result<bool>> FinishAsync(JobPass pass, IUnitOfWork unit);
}
