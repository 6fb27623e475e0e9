namespace ContactPoint.Sdk.Data;

/// <summary>Seals identifying fields so that a stolen database names nobody (AES-256-GCM), and makes keyed hashes for equality.</summary>
/// <remarks>
/// Keys live outside the database. Sub-keys are derived per purpose and day (HKDF-SHA-256), so that no key nears the
/// nonce limit of NIST SP 800-38D. A sealed value opens only under the purpose and record it was sealed for.
/// </remarks>
public interface ISealer
{
    /// <summary>Seals <paramref name="plain"/> under the current key.</summary>
    /// <param name="purpose">What kind of value; separates sub-keys.</param>
    /// <param name="record">Identity of the row; authenticated, so a value moved to another row does not open.</param>
    /// <param name="plain">The value.</param>
    byte[] Seal(SealPurpose purpose, Guid record, ReadOnlySpan<byte> plain);

    /// <summary>Opens a sealed value.</summary>
    /// <param name="purpose">As given to <see cref="Seal"/>.</param>
    /// <param name="record">As given to <see cref="Seal"/>.</param>
    /// <param name="sealedValue">The sealed bytes.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Altered, moved, or its key is gone: one error for all.</exception>
    byte[] Unseal(SealPurpose purpose, Guid record, ReadOnlySpan<byte> sealedValue);

    /// <summary>True when the value was sealed under an older key and rotation should seal it again.</summary>
    /// <param name="sealedValue">The sealed bytes.</param>
    bool IsStale(ReadOnlySpan<byte> sealedValue);

    /// <summary>A keyed hash (HMAC-SHA-256, 16 bytes) on which equality can be looked up without storing the value.</summary>
    /// <param name="purpose">Separates fields: equal values of two fields hash apart.</param>
    /// <param name="value">The normalised value.</param>
    byte[] BlindIndex(SealPurpose purpose, string value);
}
