namespace ContactPoint.Sdk.Feeds;

/// <summary>What kind of source a field came from. Stored by number.</summary>
public enum SourceKind
{
    /// <summary>Not known; never written.</summary>
    Unknown = 0,

    /// <summary>A practitioner, from the record itself.</summary>
    Practitioner = 1,

    /// <summary>A school's roll.</summary>
    SchoolRoll = 2,

    /// <summary>A general practice's list.</summary>
    GeneralPracticeList = 3,

    /// <summary>A child health system.</summary>
    ChildHealth = 4,

    /// <summary>A social-care caseload.</summary>
    SocialCareCaseload = 5,

    /// <summary>A youth-justice caseload.</summary>
    YouthJusticeCaseload = 6,

    /// <summary>The list of a voluntary partner.</summary>
    VoluntaryPartnerList = 7,

    /// <summary>A data steward's correction.</summary>
    DataSteward = 8,

    /// <summary>A national register of bodies.</summary>
    OrganisationRegister = 9,
}
