using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Modules.Education.Rolls;

/// <summary>The XML form of the school roll: school-roll.xsd, which suppliers are given, and where each field stands in it.</summary>
internal static class SchoolRollXml
{
    public static FeedXml Form { get; } = new()
    {
        Schema = ReadSchema(),
        Namespace = "urn:contactpoint:school-roll:1",
        Record = "Pupil",
        Elements = OfThePupil().Concat(Enumerable.Range(1, 3).SelectMany(OfAContact)).ToDictionary(element => element.Path, element => element.Field, StringComparer.Ordinal),
    };

    private static IEnumerable<(string Path, FeedField Field)> OfThePupil() =>
    [
        ("UPN", FeedField.UniquePupilNumber),
        ("FormerUPN", FeedField.FormerUniquePupilNumber),
        ("Surname", FeedField.FamilyName),
        ("Forename", FeedField.GivenName),
        ("MiddleNames", FeedField.MiddleNames),
        ("PreferredSurname", FeedField.PreferredFamilyName),
        ("PreferredForename", FeedField.PreferredGivenName),
        ("FormerSurname", FeedField.FormerFamilyName),
        ("Gender", FeedField.Gender),
        ("DOB", FeedField.DateOfBirth),
        ("EntryDate", FeedField.Start),
        ("LeavingDate", FeedField.End),
        ("Address/Line1", FeedField.AddressLine1),
        ("Address/Line2", FeedField.AddressLine2),
        ("Address/Line3", FeedField.AddressLine3),
        ("Address/Line4", FeedField.AddressLine4),
        ("Address/Town", FeedField.Town),
        ("Address/Postcode", FeedField.Postcode),
    ];

    private static IEnumerable<(string Path, FeedField Field)> OfAContact(int number)
    {
        (string, FeedField) Leaf(string name, FeedField first) =>
            ($"Contacts/Contact[{number}]/{name}", first + ((number - 1) * (FeedField.Contact2FamilyName - FeedField.Contact1FamilyName)));
        return
        [
            Leaf("Surname", FeedField.Contact1FamilyName),
            Leaf("Forename", FeedField.Contact1GivenName),
            Leaf("Relationship", FeedField.Contact1Relationship),
            Leaf("ParentalResponsibility", FeedField.Contact1ParentalResponsibility),
            Leaf("LivesWithPupil", FeedField.Contact1LivesWithChild),
            Leaf("Phone", FeedField.Contact1Phone),
            Leaf("Email", FeedField.Contact1Email),
        ];
    }

    private static string ReadSchema()
    {
        using var stream = typeof(SchoolRollXml).Assembly.GetManifestResourceStream("school-roll.xsd") ?? throw new InvalidOperationException("The schema of the school roll is not in the module.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
