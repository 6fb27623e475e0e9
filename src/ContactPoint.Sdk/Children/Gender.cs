namespace ContactPoint.Sdk.Children;

/// <summary>Gender as recorded, or the statement that it is not specified (REC-3).</summary>
public enum Gender
{
    /// <summary>The record states "not specified".</summary>
    NotSpecified = 0,

    /// <summary>Male.</summary>
    Male = 1,

    /// <summary>Female.</summary>
    Female = 2,
}
