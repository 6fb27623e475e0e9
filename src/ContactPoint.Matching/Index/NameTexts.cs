using System.Text;

namespace ContactPoint.Matching.Index;

/// <summary>Names as UTF-8 one after the other, in order of their letters without spaces: a string object for each would take five times the room.</summary>
internal sealed class NameTexts
{
    private const byte Space = (byte)' ';
    private readonly byte[] _text;
    private readonly int[] _ends;

    /// <param name="text">All names.</param>
    /// <param name="ends">Where each ends; number 0 is empty.</param>
    public NameTexts(byte[] text, int[] ends) => (_text, _ends) = (text, ends);

    public int Count => _ends.Length - 1;

    public byte[] Text => _text;

    public int[] Ends => _ends;

    public ReadOnlySpan<byte> this[int id] => id == 0 ? default : _text.AsSpan(_ends[id - 1].._ends[id]);

    public static NameTexts Of(IReadOnlyList<byte[]> sorted)
    {
        var ends = new int[sorted.Count + 1];
        for (var i = 0; i < sorted.Count; i++)
            ends[i + 1] = checked(ends[i] + sorted[i].Length);
        var text = new byte[ends[^1]];
        for (var i = 0; i < sorted.Count; i++)
            sorted[i].CopyTo(text, ends[i]);
        return new NameTexts(text, ends);
    }

    public string String(int id) => Encoding.UTF8.GetString(this[id]);

    public bool Is(int id, ReadOnlySpan<byte> text) => this[id].SequenceEqual(text);

    /// <summary>Writes the letters without spaces; says how many characters.</summary>
    public int Compact(int id, Span<char> to)
    {
        var length = Encoding.UTF8.GetChars(this[id], to);
        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            if (to[i] != ' ')
                to[kept++] = to[i];
        }

        return kept;
    }

    /// <summary>The first name whose letters are not before the given ones.</summary>
    public int FirstNotBefore(ReadOnlySpan<byte> compact)
    {
        int low = 1, high = Count + 1;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Compare(this[middle], compact) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The names with just these letters.</summary>
    public Range WithLetters(ReadOnlySpan<byte> compact)
    {
        var first = FirstNotBefore(compact);
        var end = first;
        while (end <= Count && Compare(this[end], compact) == 0)
            end++;
        return first..end;
    }

    /// <summary>The names whose letters begin so.</summary>
    public Range Beginning(ReadOnlySpan<byte> compact)
    {
        var first = FirstNotBefore(compact);
        int low = first, high = Count + 1;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Begins(this[middle], compact))
                low = middle + 1;
            else
                high = middle;
        }

        return first..low;
    }

    /// <summary>Compares letters, spaces passed over in both.</summary>
    public static int Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && a[i] == Space)
                i++;
            while (j < b.Length && b[j] == Space)
                j++;
            if (i == a.Length || j == b.Length)
                return (i == a.Length ? 0 : 1) - (j == b.Length ? 0 : 1);
            if (a[i] != b[j])
                return a[i] - b[j];
            i++;
            j++;
        }
    }

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> compact)
    {
        var j = 0;
        for (var i = 0; i < text.Length && j < compact.Length; i++)
        {
            if (text[i] == Space)
                continue;
            if (text[i] != compact[j++])
                return false;
        }

        return j == compact.Length;
    }
}
