using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Model;

/// <summary>How one query compares with one row: the levels of every reading of its names, and of the other fields.</summary>
internal struct RowLevels
{
    public NameLevel Family;
    public NameLevel Given;
    public NameLevel Middle;

    /// <summary>The family name asked for against the row's given name.</summary>
    public NameLevel FamilyAsGiven;

    /// <summary>The given name asked for against the row's family name.</summary>
    public NameLevel GivenAsFamily;

    /// <summary>The given name asked for against the row's middle name.</summary>
    public NameLevel GivenAsMiddle;

    /// <summary>A <see cref="Dates.DateLevel"/>, or 0 where an age was asked for.</summary>
    public byte Date;

    public AgeLevel Age;
    public GenderLevel Gender;
    public PostcodeLevel Postcode;

    public static bool Agrees(NameLevel level) => level is not (NameLevel.Missing or NameLevel.Different);
}
