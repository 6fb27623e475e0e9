namespace ContactPoint.Directory.Corrections;

/// <summary>A field that a data steward may correct, and that stays so until its source agrees (FED-8). Stored by number.</summary>
public enum CorrectedField
{
    /// <summary>Current name.</summary>
    Name = 1,

    /// <summary>Gender.</summary>
    Gender = 2,

    /// <summary>Date of birth.</summary>
    DateOfBirth = 3,

    /// <summary>Where the child lives.</summary>
    Address = 4,
}
