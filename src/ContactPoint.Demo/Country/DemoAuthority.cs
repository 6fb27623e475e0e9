using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Country;

/// <summary>A local authority of the demo: a real name and number, real postcode districts, and nobody real in it.</summary>
/// <param name="Code">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Share">How many in a hundred children live there.</param>
/// <param name="PhoneStem">A range that Ofcom keeps for drama; three digits are added.</param>
/// <param name="Districts">Postcode districts with their post towns.</param>
internal sealed record DemoAuthority(LocalAuthorityCode Code, string Name, int Share, string PhoneStem, IReadOnlyList<District> Districts)
{
    /// <summary>The part of addresses on the internet: <c>salford</c>.</summary>
    public string Slug { get; } = Slugs.Of(Name);
}

/// <summary>A postcode district.</summary>
/// <param name="Outward">Its outward code.</param>
/// <param name="Town">Its post town.</param>
internal sealed record District(string Outward, string Town);
