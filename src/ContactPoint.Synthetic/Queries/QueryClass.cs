namespace ContactPoint.Synthetic.Queries;

/// <summary>What is wrong with a query, or missing from it.</summary>
public enum QueryClass
{
    /// <summary>Both names and the date as recorded.</summary>
    Exact = 1,

    /// <summary>One slip of the keyboard in the surname.</summary>
    SurnameTypo = 2,

    /// <summary>Both names as they sound.</summary>
    Phonetic = 3,

    /// <summary>A short form for the forename.</summary>
    Nickname = 4,

    /// <summary>Day and month the other way round.</summary>
    DaySwapped = 5,

    /// <summary>A date a little off.</summary>
    WrongDate = 6,

    /// <summary>A slip in each name.</summary>
    BothTypo = 7,

    /// <summary>Each name in the other's place.</summary>
    NamesSwapped = 8,

    /// <summary>Names, age and outward postcode instead of a date.</summary>
    AgeOutward = 9,

    /// <summary>The first letters of both names, and the date.</summary>
    Prefixes = 10,

    /// <summary>Surname and date alone.</summary>
    NoForename = 11,

    /// <summary>Both names, nothing else.</summary>
    NameOnly = 12,

    /// <summary>Another surname, forename, date and outward postcode.</summary>
    SurnameChanged = 13,

    /// <summary>The middle name as forename.</summary>
    MiddleName = 14,

    /// <summary>Half of a double surname.</summary>
    HalfDouble = 15,

    /// <summary>A slip in the surname and a date a little off.</summary>
    TypoWrongDate = 16,

    /// <summary>A short form and day and month the other way round.</summary>
    NicknameDaySwapped = 17,

    /// <summary>Names as they sound and a date a little off.</summary>
    PhoneticWrongDate = 18,

    /// <summary>A short form, a slip in the surname, and a date a little off.</summary>
    NicknameTypoWrongDate = 19,
}
