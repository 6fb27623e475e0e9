namespace ContactPoint.Matching.Model;

/// <summary>What a step of a waterfall is about.</summary>
public enum MatchField : byte
{
    /// <summary>Family name; levels are <see cref="Names.NameLevel"/>.</summary>
    Family = 0,

    /// <summary>Given name; levels are <see cref="Names.NameLevel"/>.</summary>
    Given = 1,

    /// <summary>Middle name; levels are <see cref="Names.NameLevel"/>.</summary>
    Middle = 2,

    /// <summary>Date of birth; levels are <see cref="Dates.DateLevel"/>.</summary>
    DateOfBirth = 3,

    /// <summary>Age, where no date is asked for; levels are <see cref="AgeLevel"/>.</summary>
    Age = 4,

    /// <summary>Gender; levels are <see cref="GenderLevel"/>.</summary>
    Gender = 5,

    /// <summary>Postcode; levels are <see cref="PostcodeLevel"/>.</summary>
    Postcode = 6,

    /// <summary>A number issued by a sector (UPN, NHS number); levels are <see cref="IdentifierLevel"/>.</summary>
    Identifier = 7,

    /// <summary>Which names of the record were used; levels are <see cref="NameOrder"/>.</summary>
    NameOrder = 8,

    /// <summary>The part of family name and postcode that is one household fact and must not count twice; levels are 0 and 1.</summary>
    Household = 9,
}
