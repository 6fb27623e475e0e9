using ContactPoint.Directory.Organisations;

namespace ContactPoint.Demo.Country;

/// <summary>Everybody who works with children in the demo.</summary>
internal sealed record DemoCountry
{
    public required IReadOnlyList<Locality> Localities { get; init; }

    /// <summary>The national team.</summary>
    public required Organisation National { get; init; }

    public Locality Salford => Localities[0];

    public IEnumerable<Organisation> Organisations => Localities.SelectMany(locality => locality.Organisations).Append(National);

    public IEnumerable<Practitioner> Practitioners => Localities.SelectMany(locality => locality.Practitioners);
}

/// <summary>One authority's services.</summary>
internal sealed record Locality
{
    public required DemoAuthority Authority { get; init; }

    public required IReadOnlyList<DemoSchool> Schools { get; init; }

    public required IReadOnlyList<Organisation> Practices { get; init; }

    /// <summary>The authority's own administration.</summary>
    public required Organisation Council { get; init; }

    public required Organisation SocialCare { get; init; }

    public required Organisation FamilySupport { get; init; }

    public required Organisation SchoolHealth { get; init; }

    public required Organisation YouthOffending { get; init; }

    /// <summary>Bodies that are not in every authority: a hospital, a voluntary partner, a youth service.</summary>
    public IReadOnlyList<Organisation> Others { get; init; } = [];

    public IReadOnlyList<Practitioner> Practitioners { get; init; } = [];

    public IEnumerable<Organisation> Organisations =>
        [.. Schools.Select(school => school.Organisation), .. Practices, Council, SocialCare, FamilySupport, SchoolHealth, YouthOffending, .. Others];

    /// <summary>Those who give a service, in order.</summary>
    public IReadOnlyList<Practitioner> Giving(string service) => [.. Practitioners.Where(practitioner => practitioner.ServiceCode == service)];
}
