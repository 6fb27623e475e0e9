namespace ContactPoint.Demo.Registers;

/// <summary>One line of the register, as the department publishes it.</summary>
internal sealed record EstablishmentLine
{
    public string? Urn { get; init; }

    public required string Authority { get; init; }

    public required string AuthorityName { get; init; }

    public required string Name { get; init; }

    public string Status { get; init; } = "Open";

    public string? Opened { get; init; } = "01-09-1998";

    public string? Closed { get; init; }

    public required string Phase { get; init; }

    public string Street { get; init; } = "Quillfeather Lane";

    public string? Locality { get; init; }

    public required string Town { get; init; }

    public string? Postcode { get; init; }

    public string? Phone { get; init; }

    public IEnumerable<string?> Cells() =>
    [
        Urn, Authority, AuthorityName, "2001", Name, "Community school", Status, Opened, Closed, Phase, "4", "11", null, "10012345", Street, Locality, null, Town, null, Postcode,
        "www.school.example", Phone, "Ms", "Sample", "Headteacher",
    ];
}
