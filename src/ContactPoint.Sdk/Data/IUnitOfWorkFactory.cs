namespace ContactPoint.Sdk.Data;

/// <summary>Runs units of work. The returned task completes only after the commit has been flushed.</summary>
/// <remarks>
/// SQLite: units queue for the one writer and share commits; when one of a group fails, the others run again.
/// SQL Server: each unit is a transaction inside the execution strategy; it may run again after a transient fault.
/// So a unit holds database work only and captures nothing it changes.
/// </remarks>
public interface IUnitOfWorkFactory
{
    /// <summary>Runs <paramref name="work"/> in a transaction; an exception rolls this unit back, and only this one.</summary>
    /// <typeparam name="T">What the unit answers.</typeparam>
    /// <param name="work">The unit. Must not call <see cref="RunAsync"/> again.</param>
    /// <param name="cancellation">Honoured until the unit starts; a started unit runs to its end.</param>
    /// <exception cref="InvalidOperationException">A unit was started inside a unit.</exception>
    Task<T> RunAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation = default);

    /// <summary>A consistent read outside the writer: a connection and snapshot of its own, never committed.</summary>
    /// <typeparam name="T">What the reader answers.</typeparam>
    /// <param name="read">The reader; writing fails.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read, CancellationToken cancellation = default);
}
