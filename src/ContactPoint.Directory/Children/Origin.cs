using System.Globalization;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Children;

/// <summary>What a viewer may be told of where a field came from: the kind of source and its day, never who.</summary>
/// <param name="Kind">What kind of source.</param>
/// <param name="AsAt">The day for which the source says so.</param>
public sealed record Origin(SourceKind Kind, DateOnly AsAt)
{
    /// <summary>In words: "from the school roll of 2 November 2026".</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Words(Kind)} of {AsAt:d MMMM yyyy}");

    private static string Words(SourceKind kind) => kind switch
    {
        SourceKind.Practitioner => "from a practitioner's entry",
        SourceKind.SchoolRoll => "from the school roll",
        SourceKind.GeneralPracticeList => "from the general practice list",
        SourceKind.ChildHealth => "from the child health record",
        SourceKind.SocialCareCaseload => "from the social care caseload",
        SourceKind.YouthJusticeCaseload => "from the youth justice caseload",
        SourceKind.VoluntaryPartnerList => "from the voluntary partner's list",
        SourceKind.DataSteward => "from a data steward's correction",
        _ => "from a record",
    };
}
