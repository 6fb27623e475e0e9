using ContactPoint.Demo.Country;
using ContactPoint.Demo.Names;
using ContactPoint.Directory.Children;

namespace ContactPoint.Demo.Families;

/// <summary>Who lives together: an address, carers, and the names that go with them.</summary>
internal sealed record Household
{
    public required Locality Locality { get; init; }

    public required Community Community { get; init; }

    /// <summary>Family name of its children, unless <see cref="StepFamilyName"/> is theirs.</summary>
    public required string FamilyName { get; init; }

    /// <summary>Family name of the children that one carer brought along; null in most families.</summary>
    public string? StepFamilyName { get; init; }

    public required Whereabouts Whereabouts { get; init; }

    public IReadOnlyList<FormerAddress> FormerAddresses { get; init; } = [];

    public required IReadOnlyList<Carer> Carers { get; init; }

    /// <summary>Which of several schools and practices its children go to.</summary>
    public required int Preference { get; init; }

    public bool IsFostering { get; init; }
}
