using ContactPoint.Directory.Children;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Corrections.CorrectRecord;

/// <summary>Checks what a steward typed and puts it into its normal form, by the same limits as a feed's cells.</summary>
internal static class CorrectionCheck
{
    private const int Longest = 100;
    private const int MostLines = 4;
    private const int OldestYears = 26;

    public static Result<FieldValue> Of(FieldValue given, DateOnly today) => given switch
    {
        _ when new object?[] { given.Name, given.Gender, given.DateOfBirth, given.Address }.Count(member => member is not null) != 1 => CorrectionErrors.NothingNew,
        { Name: { } name } => NameOf(name) is { } right ? new FieldValue(Name: right) : CorrectionErrors.NameNotValid,
        { Gender: { } gender } when Enum.IsDefined(gender) => new FieldValue(Gender: gender),
        { DateOfBirth: { } birth } when birth <= today && birth > today.AddYears(-OldestYears) => new FieldValue(DateOfBirth: birth),
        { DateOfBirth: not null } => CorrectionErrors.BirthNotValid,
        { Address: { } address } => AddressOf(address) is { } right ? new FieldValue(Address: right) : CorrectionErrors.AddressNotValid,
        _ => CorrectionErrors.NothingNew,
    };

    private static PersonName? NameOf(PersonName name)
    {
        var (family, given, middle) = (Plain(name.Family), Plain(name.Given), Plain(name.Middle));
        return IsName(family) && IsName(given) && (middle is null || IsName(middle)) ? new PersonName(family!, given!, middle) : null;
    }

    private static Address? AddressOf(Address address)
    {
        var lines = address.Lines.Select(Plain).OfType<string>().ToList();
        var (town, postcode) = (Plain(address.Town), Plain(address.Postcode));
        if (lines.Count is 0 or > MostLines || lines.Append(town).Any(line => line is { Length: > Longest })) return null;
        if (postcode is null) return new Address(lines, town);
        return Postcode.TryParse(postcode, out var whole, out _) ? new Address(lines, town, whole.Value) : null;
    }

    private static bool IsName(string? name) => name is { Length: <= Longest } && name.Any(char.IsLetter) && !name.Any(letter => char.IsDigit(letter) || char.IsControl(letter) || letter is '<' or '>' or '=' or '@');

    private static string? Plain(string? value)
    {
        var plain = string.Join(' ', (value ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length == 0 ? null : plain;
    }
}
