using System.Buffers.Binary;
using System.Security.Cryptography;
using ContactPoint.Kernel.Identity.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Identity.Passwords;

internal enum PasswordFinding
{
    Wrong = 0,
    Right = 1,
    RightButOld = 2,
}

/// <summary>Checks a password with the same work whether there is such a user or not, and however old the stored hash is (I-29).</summary>
internal sealed class PasswordCheck(IPasswordHasher<KernelUser> hasher, IOptions<PasswordHasherOptions> options)
{
    private const int LongestInput = 1_000;
    private const int SubKeyLength = 32;

    private static readonly KernelUser Nobody = new();

    // Made at once, not when the first unknown name comes: that sign-in would take twice as long.
    private readonly string decoy = hasher.HashPassword(Nobody, RandomToken.New().Text);

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    public PasswordFinding Verify(string? storedHash, string password)
    {
        var usable = password.Length is > 0 and <= LongestInput && IsWellFormed(password);
        var outcome = hasher.VerifyHashedPassword(Nobody, storedHash ?? decoy, usable ? password : "not a password");
        MakeUp(storedHash);
        if (storedHash is null || !usable) return PasswordFinding.Wrong;
        return outcome switch
        {
            PasswordVerificationResult.Success => PasswordFinding.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordFinding.RightButOld,
            _ => PasswordFinding.Wrong,
        };
    }

    /// <summary>A lone surrogate has no UTF-8 form, so it cannot be hashed verbatim.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    // A hash of fewer iterations is quicker to check and would tell that the account exists: the rest of the work is done on nothing.
    private void MakeUp(string? storedHash)
    {
        var missing = options.Value.IterationCount - (storedHash is null ? options.Value.IterationCount : IterationsOf(storedHash));
        if (missing > 0) Rfc2898DeriveBytes.Pbkdf2("nobody"u8, stackalloc byte[16], missing, HashAlgorithmName.SHA512, SubKeyLength);
    }

    // Identity's format 3: 0x01 · PRF 4 · iterations 4 · salt length 4 · salt · sub-key, big-endian.
    private static int IterationsOf(string storedHash)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Convert.TryFromBase64String(storedHash, bytes, out var length) && length > 9 && bytes[0] == 1
            ? (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes[5..]), int.MaxValue)
            : 0;
    }
}
