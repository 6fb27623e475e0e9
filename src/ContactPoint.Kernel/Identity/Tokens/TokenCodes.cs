using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace ContactPoint.Kernel.Identity.Tokens;

/// <summary>Time-based codes (RFC 6238): SHA-1, six digits, 30 seconds.</summary>
/// <remarks>
/// Accepted are the step of now and the one before, after the token's learnt drift (USR-6). ASVS 6.5.5 allows 30 seconds: the step before is a
/// recorded deviation, for people who type slowly.
/// </remarks>
internal static class TokenCodes
{
    public const int Digits = 6;
    public const int SecretLength = 20;
    public const int MostDrift = 3;

    private const int StepSeconds = 30;
    private const int LongestInput = 20;

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step that a typed code belongs to; null for none. Always computes both codes and compares both in constant time.</summary>
    public static long? Match(byte[] secret, int drift, string? typed, DateTimeOffset now)
    {
        var step = StepAt(now) + Math.Clamp(drift, -MostDrift, MostDrift);
        var wanted = Digested(typed);
        var isCurrent = CryptographicOperations.FixedTimeEquals(Compute(secret, step), wanted);
        var isPrevious = CryptographicOperations.FixedTimeEquals(Compute(secret, step - 1), wanted);
        return isCurrent ? step : isPrevious ? step - 1 : null;
    }

    /// <summary>The code of a step as ASCII.</summary>
    public static byte[] Compute(byte[] secret, long step) => Encoding.ASCII.GetBytes(new Hotp(secret, OtpHashMode.Sha1, Digits).ComputeHOTP(step));

    // Six digits, or six bytes that no code has: so that the comparison is always made.
    public static byte[] Digested(string? typed)
    {
        var kept = new byte[Digits];
        var count = 0;
        foreach (var character in (typed ?? string.Empty).AsSpan(0, Math.Min(typed?.Length ?? 0, LongestInput + 1)))
        {
            if (character == ' ') continue;
            if (!char.IsAsciiDigit(character) || count == Digits) return new byte[Digits];
            kept[count++] = (byte)character;
        }

        return count == Digits ? kept : new byte[Digits];
    }
}
