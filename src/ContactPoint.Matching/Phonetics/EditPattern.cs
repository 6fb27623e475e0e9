using System.Text;

namespace ContactPoint.Matching.Phonetics;

/// <summary>One name made ready to be compared with many: the distances of <see cref="EditDistance"/>, the letters' masks worked out once.</summary>
internal ref struct EditPattern
{
    private readonly ReadOnlySpan<char> _pattern;
    private readonly ReadOnlySpan<ulong> _masks;

    /// <param name="pattern">A name without spaces.</param>
    /// <param name="masks">Room for <see cref="Letters"/> masks.</param>
    public EditPattern(ReadOnlySpan<char> pattern, Span<ulong> masks)
    {
        _pattern = pattern;
        masks.Clear();
        foreach (var letter in pattern)
        {
            if (!char.IsAsciiLetterUpper(letter) || pattern.Length > 64)
                return;
        }

        for (var i = 0; i < pattern.Length; i++)
            masks[pattern[i] - 'A'] |= 1UL << i;
        _masks = masks;
    }

    public const int Letters = 26;

    /// <summary>The distance to a name in UTF-8, spaces in it passed over; <paramref name="limit"/> + 1 when it is greater than the limit.</summary>
    public readonly int Bounded(ReadOnlySpan<byte> text, int limit)
    {
        if (_masks.IsEmpty || !Ascii.IsValid(text))
            return Slowly(text, limit);
        ulong plus = ~0UL, minus = 0, diagonal = 0, previous = 0;
        var last = 1UL << (_pattern.Length - 1);
        var distance = _pattern.Length;
        foreach (var letter in text)
        {
            if (letter == ' ')
                continue;
            var match = (uint)(letter - 'A') < Letters ? _masks[letter - 'A'] : 0;
            var transposed = ((~diagonal & match) << 1) & previous;
            diagonal = (((match & plus) + plus) ^ plus) | match | minus | transposed;
            var horizontalPlus = minus | ~(diagonal | plus);
            var horizontalMinus = diagonal & plus;
            distance += ((horizontalPlus & last) != 0 ? 1 : 0) - ((horizontalMinus & last) != 0 ? 1 : 0);
            horizontalPlus = (horizontalPlus << 1) | 1;
            plus = (horizontalMinus << 1) | ~(diagonal | horizontalPlus);
            minus = horizontalPlus & diagonal;
            previous = match;
        }

        return Math.Min(distance, limit + 1);
    }

    private readonly int Slowly(ReadOnlySpan<byte> text, int limit)
    {
        Span<char> letters = stackalloc char[Names.NameNormaliser.MaxLength];
        var length = Encoding.UTF8.GetChars(text, letters);
        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            if (letters[i] != ' ')
                letters[kept++] = letters[i];
        }

        return EditDistance.Bounded(_pattern, letters[..kept], limit);
    }
}
