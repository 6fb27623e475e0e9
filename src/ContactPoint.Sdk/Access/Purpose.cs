namespace ContactPoint.Sdk.Access;

/// <summary>Why a caller asks (SEA-1): a closed list, stated with each request.</summary>
public enum Purpose
{
    /// <summary>Not stated: always refused.</summary>
    None = 0,

    /// <summary>A concern that a child may be suffering or likely to suffer harm.</summary>
    SafeguardingEnquiry = 1,

    /// <summary>Giving or planning a service to the child.</summary>
    ServiceProvision = 2,

    /// <summary>Arranging early help with other services.</summary>
    EarlyHelp = 3,

    /// <summary>Urgent care of a child who is present.</summary>
    UrgentCare = 4,

    /// <summary>Finding children who miss education or another universal service.</summary>
    UniversalServiceGap = 5,

    /// <summary>Keeping the directory's own data right: feeds, matching, corrections.</summary>
    DataQuality = 6,
}

/// <summary>How the caller stands to the child (SEA-1): a closed list, stated with each request.</summary>
public enum Relationship
{
    /// <summary>Not stated: always refused.</summary>
    None = 0,

    /// <summary>The child is with the caller now.</summary>
    PresentWithMe = 1,

    /// <summary>The caller's service works with the child.</summary>
    InMyCare = 2,

    /// <summary>The child was referred to the caller's service.</summary>
    ReferredToMe = 3,

    /// <summary>The caller answers for the child's area or setting.</summary>
    MyAreaOrSetting = 4,

    /// <summary>The caller acts for a colleague who is named and signed in too (USR-12).</summary>
    ForColleague = 5,
}
