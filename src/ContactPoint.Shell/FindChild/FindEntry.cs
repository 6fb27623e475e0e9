using System.Globalization;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Shell.Resources;
using ContactPoint.Ui.Fields;
using Microsoft.Extensions.Localization;

namespace ContactPoint.Shell.FindChild;

/// <summary>
/// What was typed into the search form, as typed. Kept while the circuit lasts, so that coming back from a record finds the form as it
/// was; never in an address, a title or the browser's storage.
/// </summary>
internal sealed class FindEntry
{
    private const int OldestAge = 25;

    /// <summary>Something was typed, or taken away.</summary>
    public event Action? Changed;

    public string? FamilyName { get; set => Keep(ref field, value); }

    public string? GivenName { get; set => Keep(ref field, value); }

    public DateEntry Birth { get; set => Keep(ref field, value); } = DateEntry.Empty;

    public string? Age { get; set => Keep(ref field, value); }

    public Gender? Gender { get; set => Keep(ref field, value); }

    public string? Postcode { get; set => Keep(ref field, value); }

    public string? DirectoryNumber { get; set => Keep(ref field, value); }

    public string? Identifier { get; set => Keep(ref field, value); }

    /// <summary>Empties the form.</summary>
    public void Clear() =>
        (FamilyName, GivenName, Birth, Age, Gender, Postcode, DirectoryNumber, Identifier) = (null, null, DateEntry.Empty, null, null, null, null, null);

    /// <summary>The scheme that the agency issues, and so may search by; null when it issues none.</summary>
    public static string? SchemeOf(Agency agency) =>
        new[] { SectorIdentifier.Upn, SectorIdentifier.Nhs }.FirstOrDefault(scheme => SearchKeySets.Issues(agency, scheme));

    /// <summary>What the search is made with: fields that cannot be read are left out.</summary>
    /// <param name="agency">The caller's agency.</param>
    public SearchCriteria Read(Agency agency) => new()
    {
        FamilyName = Text(FamilyName),
        GivenName = Text(GivenName),
        DateOfBirth = Birth.Read(),
        Age = ReadAge(),
        Gender = Gender,
        Postcode = Text(Postcode),
        DirectoryNumber = Text(DirectoryNumber),
        Identifier = SchemeOf(agency) is { } scheme && Text(Identifier) is { } value ? new SectorIdentifier(scheme, value) : null,
    };

    /// <summary>What cannot be read, and what is missing for a search; empty when it may run.</summary>
    /// <param name="agency">The caller's agency.</param>
    /// <param name="words">The words of the page.</param>
    public IReadOnlyList<FieldError> Check(Agency agency, IStringLocalizer<ShellText> words)
    {
        List<FieldError> found = [];
        if (!Birth.IsEmpty && Birth.Read() is null) found.Add(new("birth", words["Find.BirthWrong"]));
        if (Text(Age) is not null && ReadAge() is null) found.Add(new("age", words["Find.AgeWrong"]));
        if (Text(DirectoryNumber) is { } number && !Sdk.Children.DirectoryNumber.TryParse(number, out _)) found.Add(new("number", words["Find.NumberWrong"]));
        var keys = SearchKeySets.Check(Read(agency), agency);
        if (found.Count == 0 && !keys.IsEnough) found.Add(new("family-name", GateErrors.KeysMissing(keys.Missing).Message));
        return found;
    }

    private void Keep<T>(ref T kept, T value)
    {
        kept = value;
        Changed?.Invoke();
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private int? ReadAge() =>
        int.TryParse(Text(Age), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= OldestAge ? age : null;
}
