using ContactPoint.Sdk.Access;

namespace ContactPoint.Shell.Layout;

/// <summary>The names of the agencies' accents in the style sheet. Colour never says anything alone.</summary>
internal static class Accents
{
    public static string? Of(Agency agency) => agency switch
    {
        Agency.Education => "education",
        Agency.Health => "health",
        Agency.SocialCare => "social-care",
        Agency.YouthOffending => "youth-offending",
        Agency.Voluntary => "voluntary",
        _ => null,
    };
}
