namespace ContactPoint.Directory.Keys;

/// <summary>How far a key rotation is, and in the end what it did.</summary>
/// <param name="Read">Sealed values looked at.</param>
/// <param name="Resealed">Values sealed again under the current key.</param>
/// <param name="Unreadable">Values that open under no key; they stay as they are.</param>
public sealed record KeyRotationOutcome(long Read, long Resealed, long Unreadable);
