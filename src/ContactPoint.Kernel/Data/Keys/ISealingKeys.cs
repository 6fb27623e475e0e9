using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Data.Keys;

/// <summary>The keys that seal fields: told by number and age, never by their bytes.</summary>
public interface ISealingKeys
{
    /// <summary>Within this every running process seals with a key that was added.</summary>
    TimeSpan AdoptedWithin { get; }

    /// <summary>The keys, oldest first.</summary>
    IReadOnlyList<SealingKeyInfo> List();

    /// <summary>Adds a key, which seals from now on; the older ones go on opening. Audited. Old values are sealed again by jobs.</summary>
    /// <param name="by">A system account.</param>
    /// <param name="cancellation">Cancels before the key is made.</param>
    /// <returns>The new key's number.</returns>
    Task<Result<uint>> RotateAsync(CallerContext by, CancellationToken cancellation = default);

    /// <summary>Seals the secrets of tokens again that an older key sealed. Can be stopped and started at will.</summary>
    /// <param name="by">A system account.</param>
    /// <param name="dryRun">Changes nothing: counts what opens under no key, stale or not.</param>
    /// <param name="cancellation">Stops between pages; what is done stays done.</param>
    /// <returns>How many were sealed again, and how many open under no key.</returns>
    Task<Result<ResealedSecrets>> ResealTokensAsync(CallerContext by, bool dryRun, CancellationToken cancellation = default);
}

/// <summary>A sealing key.</summary>
/// <param name="Id">Its number, as in the name of its file.</param>
/// <param name="Made">When it was made; null for keys of older versions.</param>
/// <param name="IsCurrent">True for the one that seals.</param>
public sealed record SealingKeyInfo(uint Id, DateTimeOffset? Made, bool IsCurrent);

/// <summary>What resealing found.</summary>
/// <param name="Read">Secrets looked at.</param>
/// <param name="Resealed">Sealed again under the current key.</param>
/// <param name="Unreadable">Open under no key of the ring; left as they are.</param>
public sealed record ResealedSecrets(long Read, long Resealed, long Unreadable);
