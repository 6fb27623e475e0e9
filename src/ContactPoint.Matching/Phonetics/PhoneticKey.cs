namespace ContactPoint.Matching.Phonetics;

/// <summary>How a name sounds, as two codes of at most eight sounds: the usual reading and, where the spelling has two, the other one.</summary>
/// <remarks>
/// Own rules, after the idea of L. Philips' Metaphone (1990) and Double Metaphone (2000): code consonants by sound, keep a vowel at the start
/// only. Rules for names found in the United Kingdom were added: Mc and Mac, silent GH, Irish BH and MH, Welsh LL and DD, initial SE and SI in
/// Irish names (Sean, Siobhan), Polish SZ, CZ and W, English -LEIGH and -BOROUGH. Meant for English-speaking registrars' spellings.
/// </remarks>
/// <param name="Primary">The usual reading, packed eight bits a sound; 0 when the name has no Latin letter.</param>
/// <param name="Alternate">The other reading; equal to <paramref name="Primary"/> when there is none.</param>
public readonly record struct PhoneticKey(ulong Primary, ulong Alternate)
{
    /// <summary>The key of a normalised name without spaces.</summary>
    public static PhoneticKey Of(ReadOnlySpan<char> name) =>
        new(PhoneticCoder.Code(name, alternate: false), PhoneticCoder.Code(name, alternate: true));

    /// <summary>Whether one reading of the one name is a reading of the other.</summary>
    public bool SoundsLike(PhoneticKey other) =>
        (Primary != 0 && (Primary == other.Primary || Primary == other.Alternate))
        || (Alternate != 0 && (Alternate == other.Primary || Alternate == other.Alternate));

    /// <summary>The usual reading as letters, for tests and documents.</summary>
    public override string ToString() => Unpack(Primary) + (Alternate == Primary ? string.Empty : "/" + Unpack(Alternate));

    private static string Unpack(ulong key)
    {
        var text = string.Empty;
        for (; key != 0; key >>= 8)
            text = (char)(key & 0xFF) + text;
        return text;
    }
}
