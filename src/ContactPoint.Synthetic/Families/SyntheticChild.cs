namespace ContactPoint.Synthetic.Families;

/// <summary>An invented child. Names are as written, with capitals and diacritics.</summary>
public sealed record SyntheticChild
{
    /// <summary>From 0; the whole child follows from the seed and this.</summary>
    public required long Number { get; init; }

    /// <summary>The household.</summary>
    public required SyntheticHousehold Household { get; init; }

    /// <summary>Given name.</summary>
    public required string Forename { get; init; }

    /// <summary>Middle names; null for none.</summary>
    public string? Middle { get; init; }

    /// <summary>Family name.</summary>
    public required string Surname { get; init; }

    /// <summary>Borne before adoption or a parent's marriage; null for most.</summary>
    public string? FormerSurname { get; init; }

    /// <summary>What the child is called; null when it is the forename.</summary>
    public string? PreferredForename { get; init; }

    /// <summary>True for a girl.</summary>
    public required bool IsGirl { get; init; }

    /// <summary>Date of birth.</summary>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>The full postcode of the household.</summary>
    public string Postcode => Household.Postcode;

    /// <summary>Whole years at <see cref="SyntheticCountry.Reference"/>.</summary>
    public int Age => SyntheticCountry.AgeOf(DateOfBirth);

    /// <inheritdoc/>
    public override string ToString() => $"synthetic child {Number}";
}
