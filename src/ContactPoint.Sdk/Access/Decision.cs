using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Access;

/// <summary>A part that is withheld and that the caller may be told is withheld.</summary>
/// <param name="Part">The part.</param>
/// <param name="Explanation">Why, and how to ask, in words that tell nothing about the child.</param>
public sealed record WithheldPart(PartKey Part, string Explanation);

/// <summary>What the policy answers for one child.</summary>
public sealed record Decision
{
    /// <summary>False: the caller gets what a child that does not exist gets.</summary>
    public required bool Visible { get; init; }

    /// <summary>The parts that may be read; empty when not visible.</summary>
    public required IReadOnlySet<PartKey> Granted { get; init; }

    /// <summary>Every part withheld, silent ones too. For the audit entry alone.</summary>
    public required IReadOnlyList<PartKey> WithheldAll { get; init; }

    /// <summary>The parts withheld that may be said.</summary>
    public required IReadOnlyList<WithheldPart> Sayable { get; init; }

    /// <summary>The true reasons, most telling first; they stay in the audit trail.</summary>
    public required IReadOnlyList<ReasonCode> Reasons { get; init; }

    /// <summary>The version of the policy that decided.</summary>
    public required string PolicyVersion { get; init; }
}

/// <summary>A stable number for why something was granted or refused. Documented in the security model; blocks of 100.</summary>
/// <param name="Number">The stable number.</param>
/// <param name="Name">Short name, for people who read the audit trail.</param>
public readonly record struct ReasonCode(int Number, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Number} {Name}";
}
