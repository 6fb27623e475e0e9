using System.Security.Cryptography;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.Tokens;

/// <summary>Secrets of tokens: 160 random bits, sealed at rest under the token's id.</summary>
internal sealed class TokenSecrets
{
    private static readonly SealPurpose Purpose = new("kernel.token");

    private readonly ISealer sealer;
    private readonly Guid decoyId;
    private readonly byte[] decoy;

    public TokenSecrets(ISealer sealer, IIdSource ids)
    {
        this.sealer = sealer;
        decoyId = ids.NewId();
        decoy = Seal(decoyId, New());
    }

    public static byte[] New() => RandomNumberGenerator.GetBytes(TokenCodes.SecretLength);

    public byte[] Seal(Guid tokenId, byte[] secret) => sealer.Seal(Purpose, tokenId, secret);

    /// <summary>The same secret under the current key.</summary>
    /// <exception cref="CryptographicException">It opens under no key of the ring.</exception>
    public byte[] Reseal(Guid tokenId, byte[] closed)
    {
        var secret = sealer.Unseal(Purpose, tokenId, closed);
        try
        {
            return Seal(tokenId, secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>The step that a code belongs to. Without a token the same work is done on a secret of nobody, and nothing matches.</summary>
    public long? Match(StoredToken? token, string? typed, DateTimeOffset now)
    {
        var secret = token is null ? sealer.Unseal(Purpose, decoyId, decoy) : sealer.Unseal(Purpose, token.Id, token.Secret);
        var step = TokenCodes.Match(secret, token?.Drift ?? 0, typed, now);
        CryptographicOperations.ZeroMemory(secret);
        return token is null ? null : step;
    }

    /// <summary>The drift at which two codes are two steps in a row; null when there is none within the bounds.</summary>
    public (int Drift, long LastStep)? Resynchronise(StoredToken token, string first, string second, DateTimeOffset now)
    {
        var secret = sealer.Unseal(Purpose, token.Id, token.Secret);
        try
        {
            for (var drift = -TokenCodes.MostDrift; drift <= TokenCodes.MostDrift; drift++)
            {
                // The second code was shown just now; so its step is the token's present one.
                var step = TokenCodes.StepAt(now) + drift;
                if (CryptographicOperations.FixedTimeEquals(TokenCodes.Compute(secret, step - 1), TokenCodes.Digested(first))
                    && CryptographicOperations.FixedTimeEquals(TokenCodes.Compute(secret, step), TokenCodes.Digested(second)))
                    return (drift, step);
            }

            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}

/// <summary>A token as the check needs it.</summary>
internal sealed record StoredToken(Guid Id, byte[] Secret, int Drift);
