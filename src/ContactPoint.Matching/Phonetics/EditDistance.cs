namespace ContactPoint.Matching.Phonetics;

/// <summary>Optimal string alignment distance: insertions, deletions, substitutions and swaps of two neighbouring letters.</summary>
/// <remarks>
/// Bit-parallel after H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (Nordic Journal of Computing 10,
/// 2003) when one name is A-Z and at most 64 letters; otherwise three rows of dynamic programming on the stack. Allocates nothing.
/// </remarks>
public static class EditDistance
{
    private const int Word = 64;

    /// <summary>The distance, or <paramref name="limit"/> + 1 when it is greater than the limit.</summary>
    /// <param name="a">One name, at most <see cref="Names.NameNormaliser.MaxLength"/> characters are meant.</param>
    /// <param name="b">The other name.</param>
    /// <param name="limit">The greatest distance of interest, 0 or more.</param>
    public static int Bounded(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (a.Length > b.Length)
        {
            var swap = a;
            a = b;
            b = swap;
        }

        if (b.Length - a.Length > limit)
            return limit + 1;
        if (a.IsEmpty)
            return b.Length;
        var distance = a.Length <= Word && IsPlain(a) ? BitParallel(a, b, limit) : Rows(a, b);
        return Math.Min(distance, limit + 1);
    }

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterUpper(c))
                return false;
        }

        return true;
    }

    private static int BitParallel(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, int limit)
    {
        Span<ulong> masks = stackalloc ulong[26];
        masks.Clear();
        for (var i = 0; i < pattern.Length; i++)
            masks[pattern[i] - 'A'] |= 1UL << i;

        ulong plus = ~0UL, minus = 0, diagonal = 0, previous = 0;
        var last = 1UL << (pattern.Length - 1);
        var distance = pattern.Length;
        for (var i = 0; i < text.Length; i++)
        {
            var match = char.IsAsciiLetterUpper(text[i]) ? masks[text[i] - 'A'] : 0;
            var transposed = ((~diagonal & match) << 1) & previous;
            diagonal = (((match & plus) + plus) ^ plus) | match | minus | transposed;
            var horizontalPlus = minus | ~(diagonal | plus);
            var horizontalMinus = diagonal & plus;
            if ((horizontalPlus & last) != 0)
                distance++;
            if ((horizontalMinus & last) != 0)
                distance--;
            if (distance - (text.Length - i - 1) > limit)
                return limit + 1;
            horizontalPlus = (horizontalPlus << 1) | 1;
            plus = (horizontalMinus << 1) | ~(diagonal | horizontalPlus);
            minus = horizontalPlus & diagonal;
            previous = match;
        }

        return distance;
    }

    private static int Rows(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var width = a.Length + 1;
        Span<int> cells = width <= 256 ? stackalloc int[3 * width] : new int[3 * width];
        var before = cells[..width];
        var last = cells.Slice(width, width);
        var row = cells[(2 * width)..];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= b.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var cost = b[i - 1] == a[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && b[i - 1] == a[j - 2] && b[i - 2] == a[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[^1];
    }
}
