using System.Text;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>What the first step found, carried to the second. Sealed at one length, so that the row tells nothing.</summary>
/// <param name="UserId">The user; empty for nobody.</param>
/// <param name="PasswordRight">Whether the password was right.</param>
/// <param name="Account">Keyed hash of the normalised name.</param>
/// <param name="TypedName">As typed, for the audit entry.</param>
internal sealed record Finding(Guid UserId, bool PasswordRight, byte[] Account, string TypedName)
{
    public const int LongestName = 200;
    public const int AccountLength = 16;

    private const int NameAt = 16 + 1 + AccountLength + 2;
    private const int Length = NameAt + (LongestName * 3);

    private static readonly SealPurpose Purpose = new("kernel.sign-in");

    public byte[] Seal(ISealer sealer, Guid attempt)
    {
        var plain = new byte[Length];
        UserId.TryWriteBytes(plain, bigEndian: true, out _);
        plain[16] = PasswordRight ? (byte)1 : (byte)0;
        Account.CopyTo(plain, 17);
        var name = Encoding.UTF8.GetBytes(TypedName.Length > LongestName ? TypedName[..LongestName] : TypedName, plain.AsSpan(NameAt));
        plain[NameAt - 2] = (byte)(name >> 8);
        plain[NameAt - 1] = (byte)name;
        return sealer.Seal(Purpose, attempt, plain);
    }

    public static Finding Unseal(ISealer sealer, Guid attempt, byte[] sealedFinding)
    {
        var plain = sealer.Unseal(Purpose, attempt, sealedFinding);
        var name = (plain[NameAt - 2] << 8) | plain[NameAt - 1];
        return new Finding(new Guid(plain.AsSpan(0, 16), bigEndian: true), plain[16] == 1, plain[17..(17 + AccountLength)], Encoding.UTF8.GetString(plain, NameAt, name));
    }
}
