using ContactPoint.Demo.Country;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Demo.Families;

/// <summary>A synthetic child, before it is written.</summary>
internal sealed record ChildPlan
{
    /// <summary>What its ids follow from.</summary>
    public required string Key { get; init; }

    public required Household Household { get; init; }

    public required PersonName Name { get; init; }

    public IReadOnlyList<OtherName> OtherNames { get; init; } = [];

    public required Gender Gender { get; init; }

    public required DateOnly DateOfBirth { get; init; }

    public EducationStatus Education { get; init; }

    public DemoSchool? School { get; init; }

    public DateOnly SchoolSince { get; init; }

    public Organisation? Practice { get; init; }

    public string? Upn { get; init; }

    public string? Nhs { get; init; }

    public IReadOnlyList<ServicePlan> Services { get; init; } = [];

    public LeadProfessional? Lead { get; init; }

    public EarlyHelpAssessment? EarlyHelp { get; init; }

    public ChildId Id => new(DemoIds.Of("child:" + Key));

    public override string ToString() => Key;
}

/// <summary>An involvement of a synthetic child.</summary>
internal sealed record ServicePlan(Service Service, Organisation Organisation, Practitioner? Practitioner, DateOnly Start, DateOnly? End, SourceKind Source);
