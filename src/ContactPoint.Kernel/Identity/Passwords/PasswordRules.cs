using System.Globalization;
using System.Text;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity.Passwords;

/// <summary>What a password must be (ASVS 6.2): 15 to 128 characters, of any kind, that are not merely common or guessable from the context.</summary>
/// <remarks>
/// No composition rule and no expiry. A list of the usual worst passwords would hardly meet one of 15 characters; so the list is of
/// the words they are made of, and a password must have enough left once those, runs and repetitions are taken away.
/// </remarks>
internal static class PasswordRules
{
    public const int Shortest = 15;
    public const int Longest = 128;

    private const int LeastOwnCharacters = 8;
    private const int LeastDifferent = 5;
    private const int ShortestRun = 4;
    private const int ShortestWord = 3;

    private static readonly string[] Runs =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm",
    ];

    private static readonly string[] AllRuns = [.. Runs, .. Runs.Select(run => new string([.. run.Reverse()]))];

    /// <summary>Null when it may be used.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="context">Words that belong to the user: user name, display name, organisation.</param>
    public static Error? Check(string password, params IEnumerable<string> context)
    {
        if (!PasswordCheck.IsWellFormed(password) || password.Contains('\0', StringComparison.Ordinal)) return Unreadable;
        var characters = password.EnumerateRunes().Count();
        if (characters < Shortest) return TooShort;
        if (characters > Longest) return TooLong;
        var plain = Plain(password);
        var words = Words(context);

        // With digits read as letters and as they stand: "pa55w0rd" is a word, "1qaz2wsx3edc" is a run of keys.
        return Math.Min(OwnCharacters(UndoDigits(plain), words), OwnCharacters(plain, words)) < LeastOwnCharacters ? Guessable : null;
    }

    private static IReadOnlyList<string> Words(IEnumerable<string> context) =>
    [
        .. CommonPasswords.Words
            .Concat(context.SelectMany(text => text.Split([' ', '.', '-', '_', '@', '+', '\''])).Select(Plain).Where(word => word.Length >= ShortestWord))
            .OrderByDescending(word => word.Length),
    ];

    private static int OwnCharacters(string plain, IReadOnlyList<string> words)
    {
        if (plain.Distinct().Count() < LeastDifferent) return 0;
        var left = new StringBuilder(Unrepeated(plain));
        foreach (var word in words) left.Replace(word, " ");
        var rest = WithoutRuns(left.ToString());

        // Digits alone are dates and counters: they make nothing of one's own.
        return rest.Where(character => !char.IsDigit(character) && !char.IsWhiteSpace(character)).Distinct().Count() < LeastDifferent
            ? 0
            : rest.Count(character => !char.IsWhiteSpace(character));
    }

    // "abcabcabcabcabc" is "abc".
    private static string Unrepeated(string text)
    {
        for (var period = 1; period <= text.Length / 2; period++)
            if (Enumerable.Range(period, text.Length - period).All(i => text[i] == text[i - period])) return text[..period];
        return text;
    }

    private static string WithoutRuns(string text)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var length = LongestRunAt(text, i);
            if (length == 0) kept.Append(text[i]);
            i += Math.Max(length, 1);
        }

        return kept.ToString();
    }

    private static int LongestRunAt(string text, int start)
    {
        for (var length = Math.Min(text.Length - start, 28); length >= ShortestRun; length--)
        {
            var part = text.AsSpan(start, length);
            if (part.IndexOfAnyExcept(part[0]) < 0) return length;
            foreach (var run in AllRuns)
                if (run.AsSpan().Contains(part, StringComparison.Ordinal)) return length;
        }

        return 0;
    }

    // For comparing alone; the password itself is kept verbatim. Undoes the usual disguises: P@55w0rd is password.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKD).ToLower(CultureInfo.InvariantCulture))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(character switch { '@' => 'a', '$' => 's', '!' => 'i', '€' => 'e', _ => character });
        }

        return plain.ToString();
    }

    // A digit stands for a letter only beside letters: "pa55w0rd", but "2026" stays.
    private static string UndoDigits(string plain)
    {
        var text = new StringBuilder(plain);
        for (var i = 0; i < text.Length; i++)
        {
            var betweenLetters = i > 0 && char.IsLetter(text[i - 1]) && text.Length > i + 1 && (char.IsLetter(text[i + 1]) || (i + 2 < text.Length && char.IsLetter(text[i + 2])));
            if (betweenLetters) text[i] = text[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', var other => other };
        }

        return text.ToString();
    }

    private static readonly Error Unreadable = new("password.unreadable", "The password holds a character that cannot be kept. Choose another password.");

    private static readonly Error TooShort = new("password.too-short",
        $"The password is too short. Use at least {Shortest} characters: several words that do not belong together are easy to keep in mind.");

    private static readonly Error TooLong = new("password.too-long", $"The password is too long. Use at most {Longest} characters.");

    private static readonly Error Guessable = new("password.guessable",
        "The password is too easy to guess: it is made of common words, of your own details or of a pattern. Choose several words that do not belong together.");
}
