using System.Collections.Frozen;

namespace ContactPoint.Directory.Feeds.SchoolRoll;

/// <summary>The columns of a school roll. Names are those of docs/feeds-school-roll.md; others are passed over and never kept.</summary>
internal enum RollColumn
{
    UPN,
    FormerUPN,
    Surname,
    Forename,
    MiddleNames,
    PreferredSurname,
    PreferredForename,
    FormerSurname,
    Gender,
    DOB,
    AddressLine1,
    AddressLine2,
    AddressLine3,
    AddressLine4,
    Town,
    Postcode,
    EntryDate,
    LeavingDate,
    Contact1Surname,
    Contact1Forename,
    Contact1Relationship,
    Contact1ParentalResponsibility,
    Contact1LivesWithPupil,
    Contact1Phone,
    Contact1Email,
    Contact2Surname,
    Contact2Forename,
    Contact2Relationship,
    Contact2ParentalResponsibility,
    Contact2LivesWithPupil,
    Contact2Phone,
    Contact2Email,
    Contact3Surname,
    Contact3Forename,
    Contact3Relationship,
    Contact3ParentalResponsibility,
    Contact3LivesWithPupil,
    Contact3Phone,
    Contact3Email,
}

/// <summary>Finds columns by their names as people write them: case, spaces, hyphens and underscores do not count.</summary>
internal static class RollColumns
{
    public const int Count = (int)RollColumn.Contact3Email + 1;

    /// <summary>Columns of one contact.</summary>
    public const int PerContact = RollColumn.Contact2Surname - RollColumn.Contact1Surname;

    public const int Contacts = 3;

    private static readonly (string Alias, RollColumn Column)[] Aliases =
    [
        ("uniquepupilnumber", RollColumn.UPN), ("previousupn", RollColumn.FormerUPN), ("formeruniquepupilnumber", RollColumn.FormerUPN),
        ("lastname", RollColumn.Surname), ("familyname", RollColumn.Surname), ("legalsurname", RollColumn.Surname),
        ("firstname", RollColumn.Forename), ("givenname", RollColumn.Forename), ("legalforename", RollColumn.Forename),
        ("middlename", RollColumn.MiddleNames), ("preferredlastname", RollColumn.PreferredSurname), ("preferredfamilyname", RollColumn.PreferredSurname),
        ("preferredfirstname", RollColumn.PreferredForename), ("preferredgivenname", RollColumn.PreferredForename), ("knownas", RollColumn.PreferredForename),
        ("previoussurname", RollColumn.FormerSurname), ("formerfamilyname", RollColumn.FormerSurname), ("sex", RollColumn.Gender),
        ("dateofbirth", RollColumn.DOB), ("birthdate", RollColumn.DOB), ("address1", RollColumn.AddressLine1), ("addressline", RollColumn.AddressLine1),
        ("address2", RollColumn.AddressLine2), ("address3", RollColumn.AddressLine3), ("address4", RollColumn.AddressLine4), ("posttown", RollColumn.Town),
        ("city", RollColumn.Town), ("dateofentry", RollColumn.EntryDate), ("admissiondate", RollColumn.EntryDate), ("startdate", RollColumn.EntryDate),
        ("dateofleaving", RollColumn.LeavingDate), ("leavedate", RollColumn.LeavingDate),
    ];

    private static readonly FrozenDictionary<string, RollColumn> ByName = Enum.GetValues<RollColumn>()
        .Select(column => (Alias: Plain(column.ToString()), Column: column)).Concat(Aliases)
        .ToFrozenDictionary(pair => pair.Alias, pair => pair.Column, StringComparer.Ordinal);

    public static bool TryFind(string heading, out RollColumn column) => ByName.TryGetValue(Plain(heading), out column);

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
