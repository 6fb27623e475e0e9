namespace ContactPoint.Matching.Names;

/// <summary>Latin letters that Unicode does not decompose, as the plain letters British registers write for them.</summary>
internal static class LetterFolding
{
    public static bool TryFold(int rune, out string folded)
    {
        folded = rune switch
        {
            'ß' or 'ẞ' => "SS",
            'æ' or 'Æ' => "AE",
            'œ' or 'Œ' => "OE",
            'ø' or 'Ø' => "O",
            'ł' or 'Ł' => "L",
            'đ' or 'Đ' or 'ð' or 'Ð' => "D",
            'þ' or 'Þ' => "TH",
            'ħ' or 'Ħ' => "H",
            'ı' or 'İ' => "I",
            'ŋ' or 'Ŋ' => "NG",
            'ŧ' or 'Ŧ' => "T",
            'ə' or 'Ə' => "A",
            'ĸ' => "K",
            _ => string.Empty,
        };
        return folded.Length > 0;
    }
}
