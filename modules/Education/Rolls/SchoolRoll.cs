using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Modules.Education.Rolls;

/// <summary>The roll of one school (docs/feeds-school-roll.md): every pupil, or the changes since the last.</summary>
public static class SchoolRoll
{
    /// <summary>The format.</summary>
    public static FeedFormat Format { get; } = new()
    {
        Key = "education.roll",
        Name = "School roll",
        Supplier = OrganisationKind.School,
        Origin = SourceKind.SchoolRoll,
        Effect = new FeedEffect("education.school", EducationStatus.AtSchool),
        Columns = [.. OfThePupil(), .. Enumerable.Range(1, 3).SelectMany(OfAContact)],
        Profiles = [SchoolRollProfiles.Bellwether, SchoolRollProfiles.Larkrise],
        Xml = SchoolRollXml.Form,
    };

    private static IEnumerable<FeedColumn> OfThePupil() =>
    [
        new("UPN", FeedField.UniquePupilNumber, "Unique pupil number"),
        new("FormerUPN", FeedField.FormerUniquePupilNumber, "Previous UPN", "Former unique pupil number"),
        new("Surname", FeedField.FamilyName, "Last name", "Family name", "Legal surname"),
        new("Forename", FeedField.GivenName, "First name", "Given name", "Legal forename"),
        new("MiddleNames", FeedField.MiddleNames, "Middle name"),
        new("PreferredSurname", FeedField.PreferredFamilyName, "Preferred last name", "Preferred family name"),
        new("PreferredForename", FeedField.PreferredGivenName, "Preferred first name", "Preferred given name", "Known as"),
        new("FormerSurname", FeedField.FormerFamilyName, "Previous surname", "Former family name"),
        new("Gender", FeedField.Gender, "Sex"),
        new("DOB", FeedField.DateOfBirth, "Date of birth", "Birth date"),
        new("AddressLine1", FeedField.AddressLine1, "Address 1", "Address line"),
        new("AddressLine2", FeedField.AddressLine2, "Address 2"),
        new("AddressLine3", FeedField.AddressLine3, "Address 3"),
        new("AddressLine4", FeedField.AddressLine4, "Address 4"),
        new("Town", FeedField.Town, "Post town", "City"),
        new("Postcode", FeedField.Postcode),
        new("EntryDate", FeedField.Start, "Date of entry", "Admission date", "Start date"),
        new("LeavingDate", FeedField.End, "Date of leaving", "Leave date"),
    ];

    private static IEnumerable<FeedColumn> OfAContact(int number)
    {
        FeedField Field(FeedField first) => first + ((number - 1) * (FeedField.Contact2FamilyName - FeedField.Contact1FamilyName));
        return
        [
            new($"Contact{number}Surname", Field(FeedField.Contact1FamilyName)),
            new($"Contact{number}Forename", Field(FeedField.Contact1GivenName)),
            new($"Contact{number}Relationship", Field(FeedField.Contact1Relationship)),
            new($"Contact{number}ParentalResponsibility", Field(FeedField.Contact1ParentalResponsibility)),
            new($"Contact{number}LivesWithPupil", Field(FeedField.Contact1LivesWithChild)),
            new($"Contact{number}Phone", Field(FeedField.Contact1Phone)),
            new($"Contact{number}Email", Field(FeedField.Contact1Email)),
        ];
    }
}
