namespace ContactPoint.Directory.Children;

/// <summary>A person with parental responsibility or care; the two are told apart (REC-3).</summary>
public sealed record Carer
{
    /// <summary>Name.</summary>
    public required PersonName Name { get; init; }

    /// <summary>How the person stands to the child.</summary>
    public required CarerRelationship Relationship { get; init; }

    /// <summary>True when the person has parental responsibility in law.</summary>
    public required bool HasParentalResponsibility { get; init; }

    /// <summary>True when the person looks after the child day by day.</summary>
    public required bool HasCare { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail.</summary>
    public string? Email { get; init; }

    /// <summary>Address, when it is not the child's.</summary>
    public Address? Address { get; init; }

    /// <summary>Redacted.</summary>
    public override string ToString() => "carer";
}

/// <summary>How a carer stands to the child: a closed list.</summary>
public enum CarerRelationship
{
    /// <summary>Another person.</summary>
    Other = 0,

    /// <summary>Mother.</summary>
    Mother = 1,

    /// <summary>Father.</summary>
    Father = 2,

    /// <summary>Step-parent.</summary>
    StepParent = 3,

    /// <summary>Grandparent.</summary>
    Grandparent = 4,

    /// <summary>Foster carer.</summary>
    FosterCarer = 5,

    /// <summary>Special guardian.</summary>
    SpecialGuardian = 6,

    /// <summary>A local authority that holds parental responsibility.</summary>
    LocalAuthority = 7,
}
