namespace ContactPoint.Synthetic.Places;

/// <summary>Postcodes of valid form that no household has.</summary>
/// <remarks>
/// Areas are real, so that places look right. Outside London districts end in a letter (LS6A): the form is valid, and it is in use in central
/// London alone. In the London areas that use it the district number lies beyond the last one in use (E41, SW52).
/// </remarks>
internal static class Postcodes
{
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";
    private const string AfterOneLetter = "ABCDEFGHJKPSTUW";
    private const string AfterTwoLetters = "ABEHMNPRVWXY";
    private const int Digits = 9;
    private static readonly string[] London = ["E", "EC", "N", "NW", "SE", "SW", "W", "WC"];

    /// <summary>How many outward codes a place can have in each of its areas.</summary>
    public const int Most = 40;

    public static string Outward(Authority authority, int number)
    {
        var area = authority.Areas[number % authority.Areas.Count];

        // Neighbouring authorities of one area share some of its districts, as they do in truth.
        var place = (number / authority.Areas.Count) + (authority.Index % 4 * 11);
        if (London.Contains(area)) return $"{area}{(area == "EC" ? 5 + (place % 5) : area == "WC" ? 3 + (place % 7) : 30 + (place % 40))}";
        var letters = area.Length == 1 ? AfterOneLetter : AfterTwoLetters;
        return $"{area}{1 + (place % Digits)}{letters[place / Digits % letters.Length]}";
    }

    /// <summary>One of the 4,000 inward codes of a district.</summary>
    public static string Whole(string outward, int sector, int first, int second) => string.Create(
        outward.Length + 4, (outward, sector, first, second), static (span, parts) =>
        {
            parts.outward.CopyTo(span);
            var at = parts.outward.Length;
            span[at] = ' ';
            span[at + 1] = (char)('0' + parts.sector);
            span[at + 2] = InwardLetters[parts.first];
            span[at + 3] = InwardLetters[parts.second];
        });

    public static int Letters => InwardLetters.Length;
}
