using ContactPoint.Sdk.Results;

namespace ContactPoint.Modules.Education.Contacts;

/// <summary>What was typed about a contact, and what is wrong with it.</summary>
public sealed record ContactForm
{
    /// <summary>The function.</summary>
    public required SchoolFunction Function { get; init; }

    /// <summary>The version that was read: a change since then is not overwritten.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>Name. Blank with all else blank takes the entry away.</summary>
    public string? Name { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail.</summary>
    public string? Email { get; init; }

    /// <summary>When best reached.</summary>
    public string? Availability { get; init; }

    /// <summary>True when nothing is left of it.</summary>
    public bool IsBlank => Tidy(Name) is null && Tidy(Phone) is null && Tidy(Email) is null && Tidy(Availability) is null;

    /// <summary>The contact, trimmed.</summary>
    public SchoolContact Contact => new(Tidy(Name) ?? string.Empty, Tidy(Phone), Tidy(Email), Tidy(Availability));

    /// <summary>What is wrong, by the last part of the field's id; empty when nothing is.</summary>
    public IReadOnlyList<Error> Check()
    {
        if (IsBlank) return [];
        var contact = Contact;
        var problems = new List<Error>();
        void Unless(bool holds, string field, string message)
        {
            if (!holds) problems.Add(new Error(field, message));
        }

        Unless(contact.Name.Length is > 0 and <= 100 && contact.Name.Any(char.IsLetter) && IsPlain(contact.Name), "name", "Enter the person’s name, at most 100 characters");
        Unless(contact.Phone is not null || contact.Email is not null, "phone", "Enter a telephone number or an e-mail address");
        Unless(contact.Phone is null || IsPhone(contact.Phone), "phone", "Enter a telephone number of 6 to 15 digits");
        Unless(contact.Email is null || IsEmail(contact.Email), "email", "Enter an e-mail address like name@school.example");
        Unless(contact.Availability is null || (contact.Availability.Length <= SchoolContact.LongestAvailability && IsPlain(contact.Availability)), "availability", "Say in at most 120 characters when this person is best reached");
        return problems;
    }

    private static string? Tidy(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    // Neither control characters nor the beginning of a formula, which a spreadsheet that opens an export would run.
    private static bool IsPlain(string text) => !text.Any(char.IsControl) && text[0] is not ('=' or '+' or '-' or '@');

    private static bool IsPhone(string text) =>
        text.Length <= 40 && text.Count(char.IsAsciiDigit) is >= 6 and <= 15 && text.TrimStart('+').All(one => char.IsAsciiDigit(one) || one is ' ' or '(' or ')' or '-');

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= 254 && IsPlain(text) && at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.') && !text.Any(one => char.IsWhiteSpace(one) || ",;:<>\"()[]\\".Contains(one, StringComparison.Ordinal));
    }
}
