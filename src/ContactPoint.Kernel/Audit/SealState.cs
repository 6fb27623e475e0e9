namespace ContactPoint.Kernel.Audit;

/// <summary>How the sealing of the audit log stands.</summary>
/// <param name="Size">Entries under the last checkpoint.</param>
/// <param name="LastCheckpoint">When it was signed; null before the first.</param>
/// <param name="BrokenEntry">The entry that is altered, or a copy of one sealed before, at which sealing stopped; null when all is well.</param>
public sealed record SealState(long Size, DateTimeOffset? LastCheckpoint, Guid? BrokenEntry);

/// <summary>Seals the tail of the audit log.</summary>
public interface ILedgerSealer
{
    /// <summary>How it stands.</summary>
    SealState State { get; }

    /// <summary>The time of the newest entry or checkpoint, sealed or not; null for an empty log. A clock before it was set back.</summary>
    /// <param name="cancellation">Cancels the read.</param>
    Task<DateTimeOffset?> LastEntryAsync(CancellationToken cancellation = default);

    /// <summary>Numbers every entry that waits, extends the tree and signs a checkpoint when something was added.</summary>
    /// <param name="cancellation">Cancels between batches.</param>
    /// <returns>How it stands now.</returns>
    Task<SealState> SealAsync(CancellationToken cancellation = default);
}
