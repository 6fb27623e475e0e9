using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ContactPoint.Synthetic.Families;

/// <summary>Names as an English office writes them that has no other letters.</summary>
internal static class Letters
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Plain(string name) => Ascii.IsValid(name) ? name : Known.GetOrAdd(name, Make);

    private static string Make(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            text.Append(letter switch { 'ł' => 'l', 'Ł' => 'L', 'ı' => 'i', 'ø' => 'o', 'đ' => 'd', _ => letter });
        }

        return text.ToString();
    }
}
