using ContactPoint.Synthetic.Places;

namespace ContactPoint.Synthetic.Families;

/// <summary>Children who live together.</summary>
public sealed record SyntheticHousehold
{
    /// <summary>The number of its first child.</summary>
    public required long Number { get; init; }

    /// <summary>The local authority.</summary>
    public required Authority Authority { get; init; }

    /// <summary>Full postcode.</summary>
    public required string Postcode { get; init; }

    /// <summary>The postcode before the last move; null for most.</summary>
    public string? FormerPostcode { get; init; }

    /// <summary>The name most of the household bears.</summary>
    public required string FamilyName { get; init; }

    /// <summary>Who looks after the children.</summary>
    public required HouseholdKind Kind { get; init; }

    /// <summary>Which of the communities of the lists.</summary>
    public required string Community { get; init; }

    /// <summary>The children, eldest first.</summary>
    public IReadOnlyList<SyntheticChild> Children { get; internal set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"synthetic household {Number}";
}

/// <summary>Who looks after the children of a household.</summary>
public enum HouseholdKind
{
    /// <summary>Both parents.</summary>
    Couple = 1,

    /// <summary>The mother alone.</summary>
    Mother = 2,

    /// <summary>The father alone.</summary>
    Father = 3,

    /// <summary>A parent and a step-parent: the eldest bear another surname.</summary>
    StepFamily = 4,

    /// <summary>Foster carers.</summary>
    Foster = 5,

    /// <summary>A grandparent.</summary>
    Grandparent = 6,
}
