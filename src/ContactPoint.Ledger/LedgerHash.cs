using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ContactPoint.Ledger;

/// <summary>32 bytes: a SHA-256 digest or an HMAC-SHA-256 tag. A value type, so that trees and verifiers allocate nothing per entry.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
public readonly struct LedgerHash : IEquatable<LedgerHash>
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <summary>Takes exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException">The span is not 32 bytes long.</exception>
    public LedgerHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"A hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        this = MemoryMarshal.Read<LedgerHash>(bytes);
    }

    /// <summary>SHA-256 of <paramref name="data"/> without any prefix.</summary>
    public static LedgerHash Sha256(ReadOnlySpan<byte> data)
    {
        Unsafe.SkipInit(out LedgerHash hash);
        SHA256.HashData(data, MemoryMarshal.AsBytes(new Span<LedgerHash>(ref hash)));
        return hash;
    }

    /// <summary>HMAC-SHA-256 of <paramref name="data"/>.</summary>
    public static LedgerHash HmacSha256(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        Unsafe.SkipInit(out LedgerHash hash);
        ThreadHmac.Compute(key, data, MemoryMarshal.AsBytes(new Span<LedgerHash>(ref hash)));
        return hash;
    }

    /// <summary>Reads canonical base64 (44 characters). False for anything else.</summary>
    public static bool TryParse(string? base64, out LedgerHash hash)
    {
        hash = default;
        if (base64 is null || base64.Length != 44 || !Base64Text.TryDecode(base64, out var bytes) || bytes.Length != Size)
            return false;
        hash = new LedgerHash(bytes);
        return true;
    }

    /// <summary>Writes the 32 bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    /// <summary>A new array of the 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Compares in constant time; for tags that an attacker could probe.</summary>
    public bool FixedTimeEquals(LedgerHash other) => CryptographicOperations.FixedTimeEquals(
        MemoryMarshal.AsBytes(new ReadOnlySpan<LedgerHash>(in this)), MemoryMarshal.AsBytes(new ReadOnlySpan<LedgerHash>(in other)));

    /// <inheritdoc/>
    public bool Equals(LedgerHash other) => _a == other._a && _b == other._b && _c == other._c && _d == other._d;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LedgerHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _a.GetHashCode();

    /// <summary>Canonical base64, as checkpoints and exports write it.</summary>
    public override string ToString() => Convert.ToBase64String(MemoryMarshal.AsBytes(new ReadOnlySpan<LedgerHash>(in this)));

    /// <summary>Equality of all 32 bytes.</summary>
    public static bool operator ==(LedgerHash left, LedgerHash right) => left.Equals(right);

    /// <summary>Inequality of any byte.</summary>
    public static bool operator !=(LedgerHash left, LedgerHash right) => !left.Equals(right);
}
