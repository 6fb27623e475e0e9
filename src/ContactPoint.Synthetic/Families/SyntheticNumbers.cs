using System.Globalization;
using ContactPoint.Matching.Identifiers;

namespace ContactPoint.Synthetic.Families;

/// <summary>Numbers of a child that pass their checks, are no other child's of the country, and are nobody's in truth.</summary>
public static class SyntheticNumbers
{
    private const long Unissued = 500_000_000;
    private const int TriesForACheckDigit = 8;

    /// <summary>An NHS number of the range 500, which is not issued.</summary>
    /// <param name="child">The child's number, below 12,500,000.</param>
    public static string Nhs(long child)
    {
        for (var i = 0; i < TriesForACheckDigit; i++)
        {
            var body = (Unissued + (child * TriesForACheckDigit) + i).ToString(CultureInfo.InvariantCulture);
            if (NhsNumber.CheckDigit(body) is { } check) return body + check;
        }

        throw new InvalidOperationException("Eight numbers in a row have no check digit.");
    }

    /// <summary>A UPN of an authority numbered 100 to 199: those of England begin at 201.</summary>
    /// <param name="child">The child.</param>
    public static string Upn(SyntheticChild child)
    {
        ArgumentNullException.ThrowIfNull(child);
        var nine = child.Number.ToString("D9", CultureInfo.InvariantCulture);
        var allocated = (child.DateOfBirth.Year + 5) % 100;
        var body = string.Create(CultureInfo.InvariantCulture, $"1{nine.AsSpan(0, 6)}{allocated:D2}{nine.AsSpan(6)}");
        return Matching.Identifiers.Upn.CheckLetter(body) + body;
    }

    /// <summary>Bits for a directory number.</summary>
    /// <param name="seed">The country's seed.</param>
    /// <param name="child">The child's number.</param>
    public static ulong DirectoryBits(int seed, long child) => Dice.Mix(Dice.Seed(seed, Stream.Child, -1L - child));

    /// <summary>An id that follows from the country: version 8 of RFC 9562. Ids of children rise with their numbers, so that tables fill from end to end.</summary>
    /// <param name="country">The country.</param>
    /// <param name="child">The child's number.</param>
    public static Guid ChildId(SyntheticCountry country, long child)
    {
        ArgumentNullException.ThrowIfNull(country);
        var low = Dice.Seed(country.Seed, Stream.Child, child);
        var place = ((UInt128)(ulong)child << 48) / (ulong)country.ChildCount;
        return Version8(((ulong)place << 16) | (low & 0xFFFF), Dice.Mix(low));
    }

    /// <summary>An id of anything else of the country.</summary>
    /// <param name="country">The country.</param>
    /// <param name="kind">What it is of; separates ids of equal numbers.</param>
    /// <param name="number">Its number.</param>
    public static Guid Id(SyntheticCountry country, int kind, long number)
    {
        ArgumentNullException.ThrowIfNull(country);
        var low = Dice.Seed(country.Seed, Stream.Staff, (number * 64) + kind);
        return Version8(low, Dice.Mix(low ^ 0x5bd1_e995));
    }

    private static Guid Version8(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
