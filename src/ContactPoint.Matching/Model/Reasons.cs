using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Model;

/// <summary>Stable codes and plain-English texts for what agreed and how.</summary>
public static class Reasons
{
    private static readonly string[] NameCodes =
        ["missing", "exact", "letters", "one-off", "nickname", "sound", "two-off", "part", "prefix", "nickname-off", "initial", "different"];

    private static readonly string[] NameTexts =
    [
        "not known", "exact", "same letters, spaced otherwise", "one letter off", "is a short form or variant", "sounds alike", "two letters off",
        "is part of a double name", "begins like it", "is a misspelt short form", "initial agrees", "differs",
    ];

    private static readonly string[] DateCodes =
        ["missing", "exact", "day-month-swapped", "next-day", "next-month", "next-year", "digits-swapped", "one-digit", "one-digit-of-year", "year", "day", "month", "different"];

    private static readonly string[] DateTexts =
    [
        "date of birth not known", "date of birth exact", "day and month swapped", "date of birth one day off", "date of birth one month off", "date of birth one year off", "two digits of the date swapped",
        "one digit of the date differs", "one digit of the year of birth differs", "year of birth differs", "date of birth some days off", "month of birth differs", "date of birth differs",
    ];

    private static readonly string[] AgeTexts = ["age not known", "age exact", "age within one year", "age differs"];

    private static readonly string[] GenderTexts = ["gender not specified", "same gender", "gender differs"];

    private static readonly string[] PostcodeTexts =
        ["postcode not known", "postcode exact", "one character of the postcode differs", "same postcode district", "same postcode area", "postcode differs"];

    private static readonly string[] PostcodeCodes = ["missing", "exact", "one-off", "district", "area", "different"];

    private static readonly string[] IdentifierTexts = ["number not known", "same number", "number differs"];

    private static readonly string[] OrderTexts = ["names in order", "names swapped", "middle name used as given name"];

    private static readonly string[] HouseholdTexts = ["", "same household: surname and postcode counted once"];

    /// <summary>The code, such as <c>family.one-off</c>. Codes never change their meaning.</summary>
    public static string Code(MatchField field, byte level) => field switch
    {
        MatchField.Family => "family." + NameCodes[level],
        MatchField.Given => "given." + NameCodes[level],
        MatchField.Middle => "middle." + NameCodes[level],
        MatchField.DateOfBirth => "date." + DateCodes[level],
        MatchField.Age => "age." + (AgeLevel)level switch { AgeLevel.Exact => "exact", AgeLevel.WithinOne => "within-one", AgeLevel.Different => "different", _ => "missing" },
        MatchField.Gender => "gender." + Same(level),
        MatchField.Postcode => "postcode." + PostcodeCodes[level],
        MatchField.Identifier => "number." + Same(level),
        MatchField.NameOrder => "names." + (NameOrder)level switch { NameOrder.Swapped => "swapped", NameOrder.MiddleUsed => "middle-used", _ => "direct" },
        MatchField.Household => "household",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>The text, such as "family name one letter off".</summary>
    public static string Text(MatchField field, byte level) => field switch
    {
        MatchField.Family => "family name " + NameTexts[level],
        MatchField.Given => "given name " + NameTexts[level],
        MatchField.Middle => "middle name " + NameTexts[level],
        MatchField.DateOfBirth => DateTexts[level],
        MatchField.Age => AgeTexts[level],
        MatchField.Gender => GenderTexts[level],
        MatchField.Postcode => PostcodeTexts[level],
        MatchField.Identifier => IdentifierTexts[level],
        MatchField.NameOrder => OrderTexts[level],
        MatchField.Household => HouseholdTexts[level],
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    internal static int LevelCount(MatchField field) => field switch
    {
        MatchField.Family or MatchField.Given or MatchField.Middle => (int)NameLevel.Different + 1,
        MatchField.DateOfBirth => (int)DateLevel.Different + 1,
        MatchField.Age => (int)AgeLevel.Different + 1,
        MatchField.Postcode => (int)PostcodeLevel.Different + 1,
        MatchField.NameOrder => (int)NameOrder.MiddleUsed + 1,
        MatchField.Household => 2,
        _ => 3,
    };

    private static string Same(byte level) => level switch { 1 => "same", 2 => "different", _ => "missing" };
}
