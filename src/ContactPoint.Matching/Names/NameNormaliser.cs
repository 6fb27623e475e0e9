using System.Globalization;
using System.Text;

namespace ContactPoint.Matching.Names;

/// <summary>Brings a written name to the one form that all comparisons use: upper-case letters without marks, parts set apart by one space.</summary>
/// <remarks>
/// Apostrophes vanish (O'Brien = OBRIEN), hyphens and other punctuation part the name, digits are dropped, and O, Mc, Mac, St and Saint join
/// the part after them (Mac Donald = MACDONALD, St. John = Saint John = STJOHN). Letters of other scripts are kept. Never throws; idempotent.
/// Decomposition: Unicode NFKD (UAX 15); letters that do not decompose (ø, ł, ß …) are folded by a table.
/// </remarks>
public static class NameNormaliser
{
    /// <summary>The most UTF-16 code units that are read of a name, and the most that come out.</summary>
    public const int MaxLength = 100;

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The normal form of a name; empty when nothing in it is a letter.</summary>
    public static string Normalise(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return string.Empty;
        if (IsAsciiWord(name))
            return name.ToUpperInvariant();
        var folded = Fold(Decompose(name.Length > MaxLength ? name[..MaxLength] : name));
        return Cut(JoinPrefixes(folded.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    // One word of plain letters is by far the most common name; ToUpperInvariant gives back the very string when nothing changes.
    private static bool IsAsciiWord(string name) => name.Length <= MaxLength && !name.AsSpan().ContainsAnyExcept(Letters);

    private static string Decompose(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // EnumerateRunes turns lone surrogates into U+FFFD; Normalize throws on them and on noncharacters.
            if (IsApostrophe(rune.Value))
                continue;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
                clean.Append(' ');
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString().Normalize(NormalizationForm.FormKD);
    }

    private static string Fold(string decomposed)
    {
        var text = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (LetterFolding.TryFold(rune.Value, out var folded))
            {
                text.Append(folded);
                continue;
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.UppercaseLetter:
                case UnicodeCategory.LowercaseLetter:
                case UnicodeCategory.TitlecaseLetter:
                case UnicodeCategory.OtherLetter:
                    text.Append(Rune.ToUpperInvariant(rune).ToString());
                    break;
                case UnicodeCategory.NonSpacingMark:
                case UnicodeCategory.SpacingCombiningMark:
                case UnicodeCategory.EnclosingMark:
                case UnicodeCategory.ModifierLetter:
                case UnicodeCategory.DecimalDigitNumber:
                case UnicodeCategory.Format:
                    break;
                default:
                    if (!IsApostrophe(rune.Value))
                        text.Append(' ');
                    break;
            }
        }

        return text.ToString();
    }

    private static string JoinPrefixes(string[] parts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (text.Length > 0)
                text.Append(' ');
            if (i + 1 < parts.Length && parts[i] is ("O" or "MC" or "MAC" or "ST" or "SAINT"))
                text.Append(parts[i] == "SAINT" ? "ST" : parts[i]).Append(parts[++i]);
            else
                text.Append(parts[i]);
        }

        return text.ToString();
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..end].TrimEnd(' ');
    }

    private static bool IsApostrophe(int c) =>
        c is '\'' or '`' or 0x00B4 or 0x2018 or 0x2019 or 0x201B or 0x2032 or 0x02B9 or 0x02BB or 0x02BC or 0x02C8 or 0xFF07;
}
