namespace ContactPoint.Sdk.Children;

/// <summary>Education status (REC-5). Stored in clear: it names nobody and reports need it.</summary>
public enum EducationStatus
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>At school.</summary>
    AtSchool = 1,

    /// <summary>Educated at home by the parents' choice.</summary>
    ElectiveHomeEducation = 2,

    /// <summary>In alternative provision.</summary>
    AlternativeProvision = 3,

    /// <summary>Of school age and missing education.</summary>
    MissingEducation = 4,

    /// <summary>Below school age.</summary>
    BelowSchoolAge = 5,
}
