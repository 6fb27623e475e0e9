namespace ContactPoint.Matching.Model;

/// <summary>Gender as a record states it.</summary>
public enum RecordedGender : byte
{
    /// <summary>The record says "not specified".</summary>
    NotSpecified = 0,

    /// <summary>Female.</summary>
    Female = 1,

    /// <summary>Male.</summary>
    Male = 2,
}

/// <summary>How two genders agree.</summary>
public enum GenderLevel : byte
{
    /// <summary>One of the two is not specified.</summary>
    Missing = 0,

    /// <summary>The same.</summary>
    Same = 1,

    /// <summary>Not the same.</summary>
    Different = 2,
}

/// <summary>How an age that was asked for agrees with a date of birth.</summary>
public enum AgeLevel : byte
{
    /// <summary>Age or date of birth is not known.</summary>
    Missing = 0,

    /// <summary>That age in full years on the reference day.</summary>
    Exact = 1,

    /// <summary>One year more or less.</summary>
    WithinOne = 2,

    /// <summary>Further off.</summary>
    Different = 3,
}

/// <summary>How two postcodes agree, strongest first.</summary>
public enum PostcodeLevel : byte
{
    /// <summary>One of the two is not known.</summary>
    Missing = 0,

    /// <summary>The whole postcode.</summary>
    Full = 1,

    /// <summary>One character of it differs.</summary>
    OneCharacter = 2,

    /// <summary>The same district (outward code).</summary>
    District = 3,

    /// <summary>The same postcode area (its first letters).</summary>
    Area = 4,

    /// <summary>Elsewhere.</summary>
    Different = 5,
}

/// <summary>How two numbers issued by one sector agree.</summary>
public enum IdentifierLevel : byte
{
    /// <summary>One of the two is not known, or they are of different kinds.</summary>
    Missing = 0,

    /// <summary>The same number.</summary>
    Same = 1,

    /// <summary>Both hold one and they differ.</summary>
    Different = 2,
}

/// <summary>Which names of the record answer to the names of the query.</summary>
public enum NameOrder : byte
{
    /// <summary>Family to family, given to given.</summary>
    Direct = 0,

    /// <summary>Family and given name changed places.</summary>
    Swapped = 1,

    /// <summary>The given name asked for is the record's middle name.</summary>
    MiddleUsed = 2,
}
