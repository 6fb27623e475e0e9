namespace ContactPoint.Sdk.Access;

/// <summary>The roles of USR-4.</summary>
public enum Role
{
    /// <summary>No role.</summary>
    None = 0,

    /// <summary>Works with children.</summary>
    Practitioner = 1,

    /// <summary>Looks up for a named practitioner.</summary>
    PractitionerSupport = 2,

    /// <summary>May hold the shield override.</summary>
    ChildProtectionPractitioner = 3,

    /// <summary>Keeps records right: feeds, matching, corrections.</summary>
    DataSteward = 4,

    /// <summary>Decides shields.</summary>
    ShieldOfficer = 5,

    /// <summary>Puts practitioners in touch where a service is sensitive.</summary>
    Broker = 6,

    /// <summary>Administers a local authority.</summary>
    SuperUser = 7,

    /// <summary>Administers the users of a national partner.</summary>
    PartnerAdministrator = 8,

    /// <summary>Reviews accesses; has no access to the directory.</summary>
    SecurityReviewer = 9,

    /// <summary>Answers subject access and complaints.</summary>
    RightsOfficer = 10,

    /// <summary>National operations.</summary>
    NationalOperations = 11,

    /// <summary>A feed, a job or the command line.</summary>
    SystemAccount = 12,
}

/// <summary>The sector that a caller or an organisation belongs to.</summary>
public enum Agency
{
    /// <summary>No agency.</summary>
    None = 0,

    /// <summary>Schools and education services.</summary>
    Education = 1,

    /// <summary>Health.</summary>
    Health = 2,

    /// <summary>Children's social care.</summary>
    SocialCare = 3,

    /// <summary>Youth offending.</summary>
    YouthOffending = 4,

    /// <summary>Voluntary and community organisations.</summary>
    Voluntary = 5,

    /// <summary>Local authority administration and national operations.</summary>
    Administration = 6,
}
