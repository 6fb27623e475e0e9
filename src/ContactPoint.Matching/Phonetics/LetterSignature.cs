using System.Numerics;
using System.Runtime.Intrinsics;

namespace ContactPoint.Matching.Phonetics;

/// <summary>64 bits of a name's letters: a popcount that rules out most names before an edit distance is computed.</summary>
/// <remarks>
/// Bits 0-25: the letter occurs. Bits 26-51: it occurs twice or more. Bits 52-63: hashed pairs of neighbouring letters. One edit changes at
/// most two of the first 52 bits and six of the last twelve, so the filter never loses a true neighbour.
/// </remarks>
/// <param name="Bits">The bits.</param>
public readonly record struct LetterSignature(ulong Bits)
{
    private const ulong Letters = (1UL << 52) - 1;

    /// <summary>The signature of a normalised name. Letters outside A-Z share the bits of their code modulo 26.</summary>
    public static LetterSignature Of(ReadOnlySpan<char> name)
    {
        ulong bits = 0;
        var previous = -1;
        foreach (var c in name)
        {
            var letter = char.IsAsciiLetterUpper(c) ? c - 'A' : c % 26;
            var bit = 1UL << letter;
            bits |= (bits & bit) == 0 ? bit : bit << 26;
            if (previous >= 0)
                bits |= 1UL << (52 + ((previous * 31) + (letter * 7)) % 12);
            previous = letter;
        }

        return new LetterSignature(bits);
    }

    /// <summary>False when the two names are certainly more than <paramref name="edits"/> edits apart.</summary>
    public bool MayBeWithin(LetterSignature other, int edits)
    {
        var difference = Bits ^ other.Bits;
        return BitOperations.PopCount(difference & Letters) <= 2 * edits
            && BitOperations.PopCount(difference & ~Letters) <= 6 * edits;
    }

    /// <summary>The first of many signatures, from a place on, that may be within the edits; their number when there is none.</summary>
    internal int NextWithin(ReadOnlySpan<ulong> others, int edits, int from)
    {
        var i = from;
        if (Vector512.IsHardwareAccelerated)
        {
            for (var most = Vector512.Create(2UL * (uint)edits); i <= others.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
            {
                var near = Vector512.LessThanOrEqual(LettersThatDiffer(Vector512.Create(others[i..])), most).ExtractMostSignificantBits();
                for (; near != 0; near &= near - 1)
                {
                    if (MayBeWithin(new LetterSignature(others[i + BitOperations.TrailingZeroCount(near)]), edits))
                        return i + BitOperations.TrailingZeroCount(near);
                }
            }
        }

        for (; i < others.Length; i++)
        {
            if (MayBeWithin(new LetterSignature(others[i]), edits))
                return i;
        }

        return others.Length;
    }

    // Bits counted in pairs, fours, bytes, and the bytes summed up: eight names at once.
    private Vector512<ulong> LettersThatDiffer(Vector512<ulong> others)
    {
        var bits = (others ^ Vector512.Create(Bits)) & Vector512.Create(Letters);
        bits -= (bits >>> 1) & Vector512.Create(0x5555_5555_5555_5555UL);
        bits = (bits & Vector512.Create(0x3333_3333_3333_3333UL)) + ((bits >>> 2) & Vector512.Create(0x3333_3333_3333_3333UL));
        bits = (bits + (bits >>> 4)) & Vector512.Create(0x0F0F_0F0F_0F0F_0F0FUL);
        bits += bits >>> 8;
        bits += bits >>> 16;
        bits += bits >>> 32;
        return bits & Vector512.Create(0x7FUL);
    }
}
