using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Modules.Education.Rolls;

/// <summary>Exports of management systems that are read as school rolls. The systems are invented; their ways of writing are those of real ones.</summary>
internal static class SchoolRollProfiles
{
    private static readonly Dictionary<string, string> OneOrNone = new(StringComparer.Ordinal) { ["1"] = "Y", ["0"] = "N" };
    private static readonly Dictionary<string, string> TrueOrFalse = new(StringComparer.Ordinal) { ["True"] = "Y", ["False"] = "N" };

    /// <summary>Tab-separated; the plain surname is the one that the pupil goes by, and the legal one has a column of its own.</summary>
    public static FeedProfile Bellwether { get; } = new()
    {
        Key = "bellwether",
        Name = "Bellwether pupil list (tab)",
        Separator = '\t',
        Headings = new Dictionary<string, FeedField>(StringComparer.Ordinal)
        {
            ["Unique Pupil No."] = FeedField.UniquePupilNumber,
            ["Former UPN"] = FeedField.FormerUniquePupilNumber,
            ["Legal Surname"] = FeedField.FamilyName,
            ["Legal First Name"] = FeedField.GivenName,
            ["Middle Name(s)"] = FeedField.MiddleNames,
            ["Surname"] = FeedField.PreferredFamilyName,
            ["Forename"] = FeedField.PreferredGivenName,
            ["Sex"] = FeedField.Gender,
            ["Date of Birth"] = FeedField.DateOfBirth,
            ["House and Street"] = FeedField.AddressLine1,
            ["District"] = FeedField.AddressLine2,
            ["Post Town"] = FeedField.Town,
            ["Post Code"] = FeedField.Postcode,
            ["Admitted"] = FeedField.Start,
            ["Left"] = FeedField.End,
            ["Priority 1 Surname"] = FeedField.Contact1FamilyName,
            ["Priority 1 Forename"] = FeedField.Contact1GivenName,
            ["Priority 1 Relationship"] = FeedField.Contact1Relationship,
            ["Priority 1 Par. Resp."] = FeedField.Contact1ParentalResponsibility,
            ["Priority 1 Same Address"] = FeedField.Contact1LivesWithChild,
            ["Priority 1 Telephone"] = FeedField.Contact1Phone,
            ["Priority 1 Email"] = FeedField.Contact1Email,
        },
        Values = new Dictionary<FeedField, IReadOnlyDictionary<string, string>>
        {
            [FeedField.Gender] = new Dictionary<string, string>(StringComparer.Ordinal) { ["Male"] = "M", ["Female"] = "F", ["Not recorded"] = "" },
            [FeedField.Contact1ParentalResponsibility] = OneOrNone,
            [FeedField.Contact1LivesWithChild] = OneOrNone,
        },
        DateForms = ["dd-MMM-yyyy"],
    };

    /// <summary>Semicolons, dates without leading noughts, codes for relationships.</summary>
    public static FeedProfile Larkrise { get; } = new()
    {
        Key = "larkrise",
        Name = "Larkrise census extract (semicolon)",
        Separator = ';',
        Headings = new Dictionary<string, FeedField>(StringComparer.Ordinal)
        {
            ["PupilUPN"] = FeedField.UniquePupilNumber,
            ["PupilSurname"] = FeedField.FamilyName,
            ["PupilForename"] = FeedField.GivenName,
            ["PupilMiddle"] = FeedField.MiddleNames,
            ["PupilKnownAs"] = FeedField.PreferredGivenName,
            ["PupilSex"] = FeedField.Gender,
            ["PupilDoB"] = FeedField.DateOfBirth,
            ["Addr1"] = FeedField.AddressLine1,
            ["Addr2"] = FeedField.AddressLine2,
            ["AddrTown"] = FeedField.Town,
            ["AddrPC"] = FeedField.Postcode,
            ["DoA"] = FeedField.Start,
            ["DoL"] = FeedField.End,
            ["Cont1Surname"] = FeedField.Contact1FamilyName,
            ["Cont1Forename"] = FeedField.Contact1GivenName,
            ["Cont1Rel"] = FeedField.Contact1Relationship,
            ["Cont1PR"] = FeedField.Contact1ParentalResponsibility,
            ["Cont1Resident"] = FeedField.Contact1LivesWithChild,
            ["Cont1Tel"] = FeedField.Contact1Phone,
        },
        Values = new Dictionary<FeedField, IReadOnlyDictionary<string, string>>
        {
            [FeedField.Gender] = new Dictionary<string, string>(StringComparer.Ordinal) { ["1"] = "M", ["2"] = "F", ["0"] = "U", ["9"] = "X" },
            [FeedField.Contact1Relationship] = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["MTH"] = "Mother",
                ["FTH"] = "Father",
                ["STP"] = "Step-parent",
                ["GRP"] = "Grandparent",
                ["FCR"] = "Foster carer",
                ["SGN"] = "Special guardian",
                ["LAC"] = "Local authority",
                ["OTH"] = "Other",
            },
            [FeedField.Contact1ParentalResponsibility] = TrueOrFalse,
            [FeedField.Contact1LivesWithChild] = TrueOrFalse,
        },
        DateForms = ["d/M/yyyy"],
    };
}
