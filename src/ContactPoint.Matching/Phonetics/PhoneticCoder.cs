namespace ContactPoint.Matching.Phonetics;

/// <summary>Codes one reading of a name. Sounds: A initial vowel, X as in ship or church, 0 as in thin, other letters as themselves.</summary>
internal ref struct PhoneticCoder
{
    private readonly ReadOnlySpan<char> _name;
    private readonly bool _alternate;
    private ulong _key;
    private int _length;

    private PhoneticCoder(ReadOnlySpan<char> name, bool alternate)
    {
        _name = name;
        _alternate = alternate;
    }

    public static ulong Code(ReadOnlySpan<char> name, bool alternate)
    {
        var coder = new PhoneticCoder(name, alternate);
        var i = coder.Start();
        while (i < name.Length && coder._length < 8)
            i += coder.Step(i);
        return coder._key;
    }

    private readonly char At(int i) => (uint)i < (uint)_name.Length ? _name[i] : '\0';

    private readonly bool Has(int i, string text) => i >= 0 && i + text.Length <= _name.Length && _name.Slice(i, text.Length).SequenceEqual(text);

    private static bool Vowel(char c) => c is 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';

    private static bool Front(char c) => c is 'E' or 'I' or 'Y';

    private int Say(char sound, int used)
    {
        // A sound said twice running (as in CK, SC before E, TT) is heard once.
        if ((_key & 0xFF) != sound && _length < 8)
        {
            _key = (_key << 8) | sound;
            _length++;
        }

        return used;
    }

    private int Start()
    {
        if (Has(0, "KN") || Has(0, "GN") || Has(0, "PN") || Has(0, "WR") || Has(0, "PS"))
            return 1;
        if (Has(0, "MAC") && _name.Length > 4 && !Vowel(At(3)))
        {
            Say('M', 0);
            return Say('K', At(3) is 'K' ? 4 : 3);
        }

        if (Has(0, "MC"))
        {
            Say('M', 0);
            return Say('K', 2);
        }

        if (At(0) == 'X')
            return Say(_alternate ? 'Z' : 'S', 1);
        if (At(0) == 'S' && Front(At(1)) && _alternate && Vowel(At(2)))
            return Say('X', 1);
        if (Has(0, "WH"))
            return Say('W', 2);
        if (At(0) == 'Y' && Vowel(At(1)))
            return Say(_alternate ? 'J' : 'Y', 1);
        if (Has(0, "LL"))
            return Say('L', 2);
        return Vowel(At(0)) ? Say('A', 1) : 0;
    }

    private int Step(int i)
    {
        var c = At(i);
        var next = At(i + 1);
        switch (c)
        {
            case 'B':
                if (next == 'H' && i > 0)
                    return Say('V', 2);
                return i > 0 && At(i - 1) == 'M' && i + 1 == _name.Length ? 1 : Say('B', 1);
            case 'C':
                return StepC(i, next);
            case 'D':
                if (next == 'G' && Front(At(i + 2)))
                    return Say('J', 2);
                return Say('D', next == 'T' ? 2 : 1);
            case 'G':
                return StepG(i, next);
            case 'H':
                return i == 0 && Vowel(next) ? Say('H', 1) : 1;
            case 'J':
                return Say(_alternate && i == 0 ? 'Y' : 'J', 1);
            case 'M':
                return next == 'H' && Vowel(At(i + 2)) && i > 0 && _alternate ? Say('V', 2) : Say('M', 1);
            case 'P':
                return next == 'H' ? Say(_alternate && i > 0 ? 'V' : 'F', 2) : Say('P', 1);
            case 'Q':
                return Say('K', 1);
            case 'S':
                return StepS(i, next);
            case 'T':
                return StepT(i, next);
            case 'W':
                if (Vowel(next) && i == 0)
                    return Say(_alternate ? 'V' : 'W', 1);
                return Vowel(next) && Vowel(At(i - 1)) ? Say(_alternate ? 'V' : 'W', 1) : 1;
            case 'X':
                Say('K', 0);
                return Say('S', 1);
            case 'Z':
                return Say('S', next == 'H' ? 2 : 1);
            case 'F' or 'K' or 'L' or 'N' or 'R' or 'V':
                return Say(c, 1);
            default:
                return 1;
        }
    }

    private int StepC(int i, char next)
    {
        if (Has(i, "CZ"))
            return Say('X', 2);
        if (next == 'H')
        {
            // CH is K before R and L (Christopher, Chloe) and in Michael; ambiguous elsewhere (Rachel, Cohen's Chaim).
            var hard = At(i + 2) is 'R' or 'L' || Has(i, "CHAE") || _alternate;
            return Say(hard ? 'K' : 'X', 2);
        }

        if (next == 'K')
            return Say('K', 2);
        if (Has(i, "CIA") || Has(i, "CIO"))
            return Say(_alternate ? 'S' : 'X', 1);
        // Irish C is always hard (Ciara, Cillian, Ceara): the other reading.
        return Say(Front(next) && !(_alternate && i == 0) ? 'S' : 'K', 1);
    }

    private int StepG(int i, char next)
    {
        if (next == 'H')
        {
            if (i == 0)
                return Say('K', 2);
            return _alternate && i + 2 == _name.Length && At(i - 1) == 'U' ? Say('F', 2) : 2;
        }

        if (next == 'N' && i + 2 == _name.Length)
            return 1;
        if (next == 'G')
            return Say('K', 2);
        return Say(Front(next) && !_alternate ? 'J' : 'K', 1);
    }

    private int StepS(int i, char next)
    {
        if (Has(i, "SCH"))
            return Say(_alternate ? 'X' : 'S', _alternate ? 3 : 1);
        if (next == 'H' || next == 'Z')
            return Say('X', 2);
        if (Has(i, "SIO") || Has(i, "SIA"))
            return Say(_alternate ? 'S' : 'X', 1);
        return Say('S', next == 'C' && Front(At(i + 2)) ? 2 : 1);
    }

    private int StepT(int i, char next)
    {
        if (Has(i, "TCH"))
            return Say('X', 3);
        if (next == 'H')
            return Say(_alternate || Has(i, "THOM") || Has(i, "THER") && i == 0 ? 'T' : '0', 2);
        if (Has(i, "TIO") || Has(i, "TIA"))
            return Say(_alternate ? 'T' : 'X', 1);
        return Say('T', 1);
    }
}
