using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Involvement;

/// <summary>Why an involvement was not recorded.</summary>
public static class InvolvementErrors
{
    /// <summary>The directory does not know which service the caller gives.</summary>
    public static readonly Error NoService = new("involvement.no-service",
        "The directory does not say which service you work for, so you cannot be shown to others. Ask your administrator to complete your entry.");

    /// <summary>The caller's service is a placement, which only a roll or list can record.</summary>
    public static readonly Error PlacementOnly = new("involvement.placement",
        "Your setting is shown on this record from its own roll or list, and from nothing else. There is no need to add yourself.");

    /// <summary>The caller's organisation has closed.</summary>
    public static readonly Error Closed = new("involvement.closed",
        "The directory says that your organisation has closed, so nobody could be put in touch with you there. Ask your administrator to correct your entry.");

    /// <summary>The caller's service is sensitive: it is recorded with consent alone, which this version cannot record.</summary>
    public static readonly Error ConsentFirst = new("involvement.consent-first",
        "Your service is recorded only with consent, and the directory cannot record a consent yet. Nothing was written.");
}
