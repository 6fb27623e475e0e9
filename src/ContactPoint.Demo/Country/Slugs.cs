using System.Globalization;
using System.Text;

namespace ContactPoint.Demo.Country;

/// <summary>Names as parts of an address on the internet.</summary>
internal static class Slugs
{
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (letter is ' ' or '-' && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.LowercaseLetter) slug.Append('i');
        }

        return slug.ToString().Trim('-');
    }
}
