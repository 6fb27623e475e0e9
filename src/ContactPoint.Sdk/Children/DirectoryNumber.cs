using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ContactPoint.Sdk.Children;

/// <summary>The number of a child in the directory: 11 random Crockford base-32 characters and one check character.</summary>
/// <remarks>
/// REC-7. Random (55 bits), so it tells nothing and cannot be enumerated. The check character is the hybrid system of ISO/IEC 7064
/// with M = 32 (MOD 33,32), which finds every single wrong character and nearly every swap. Crockford's alphabet leaves out
/// I, L, O and U; the first three are read as 1, 1 and 0.
/// </remarks>
public readonly record struct DirectoryNumber
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Modulus = 32;
    private const int Length = 12;

    private DirectoryNumber(string value) => Value = value;

    /// <summary>12 characters, upper case, no separators.</summary>
    public string Value { get; }

    /// <summary>A fresh random number.</summary>
    public static DirectoryNumber New()
    {
        Span<char> characters = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++) characters[i] = Alphabet[RandomNumberGenerator.GetInt32(Modulus)];
        characters[^1] = Check(characters[..^1]);
        return new DirectoryNumber(new string(characters));
    }

    /// <summary>Makes a number from 55 given bits: for repeatable synthetic data only.</summary>
    /// <param name="bits">The low 55 bits are used.</param>
    public static DirectoryNumber FromBits(ulong bits)
    {
        Span<char> characters = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++, bits >>= 5) characters[i] = Alphabet[(int)(bits & 31)];
        characters[^1] = Check(characters[..^1]);
        return new DirectoryNumber(new string(characters));
    }

    /// <summary>Reads a number as people write it: any case, spaces, hyphens, an optional leading <c>CP</c>; I and L as 1, O as 0.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="number">The number, when the check character agrees.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out DirectoryNumber number)
    {
        number = default;
        if (text is null || text.Length > 40) return false;
        var trimmed = text.AsSpan().Trim();
        Span<char> kept = stackalloc char[40];
        var count = 0;
        foreach (var raw in trimmed)
        {
            if (raw is ' ' or '-') continue;
            kept[count++] = char.ToUpperInvariant(raw) switch { 'I' or 'L' => '1', 'O' => '0', var other => other };
        }

        var rest = (ReadOnlySpan<char>)kept[..count];
        if (rest.Length == Length + 2 && rest.StartsWith("CP", StringComparison.Ordinal)) rest = rest[2..];
        if (rest.Length != Length) return false;
        foreach (var character in rest)
            if (!Alphabet.Contains(character, StringComparison.Ordinal)) return false;
        if (Check(rest[..^1]) != rest[^1]) return false;
        number = new DirectoryNumber(rest.ToString());
        return true;
    }

    /// <summary>As shown to people: <c>CP 7K3M-9QX2-4TRW</c>.</summary>
    public override string ToString() => Value is null ? string.Empty : $"CP {Value[..4]}-{Value[4..8]}-{Value[8..]}";

    // ISO/IEC 7064 hybrid system: P = ((P + a) mod M or M) * 2 mod (M + 1); the check character brings P + c to 1 mod M.
    private static char Check(ReadOnlySpan<char> characters)
    {
        var product = Modulus;
        foreach (var character in characters)
        {
            var sum = (product + Alphabet.IndexOf(character, StringComparison.Ordinal)) % Modulus;
            product = (sum == 0 ? Modulus : sum) * 2 % (Modulus + 1);
        }

        return Alphabet[(Modulus + 1 - product) % Modulus];
    }
}
