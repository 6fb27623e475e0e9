namespace ContactPoint.Sdk.Organisations;

/// <summary>What an organisation is. Stored by number.</summary>
public enum OrganisationKind
{
    /// <summary>Something else.</summary>
    Other = 0,

    /// <summary>A school.</summary>
    School = 1,

    /// <summary>A general practice.</summary>
    GeneralPractice = 2,

    /// <summary>A service or team of a local authority.</summary>
    AuthorityService = 3,

    /// <summary>A body of the health service other than a practice.</summary>
    HealthService = 4,

    /// <summary>A youth offending team.</summary>
    YouthOffendingTeam = 5,

    /// <summary>A voluntary or community organisation.</summary>
    VoluntaryOrganisation = 6,
}
