using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Children;

/// <summary>A whole record as a registered job reads it: unsealed, with provenance. Never reaches a page or the API.</summary>
public sealed record ChildRecord
{
    /// <summary>The child.</summary>
    public required ChildId Child { get; init; }

    /// <summary>Counts up with every change.</summary>
    public required long Version { get; init; }

    /// <summary>State in its life.</summary>
    public required RecordState State { get; init; }

    /// <summary>The local authority that answers for it.</summary>
    public LocalAuthorityCode? Authority { get; init; }

    /// <summary>Education status.</summary>
    public EducationStatus Education { get; init; }

    /// <summary>The only organisation that sees it while it is provisional.</summary>
    public Guid? Supplier { get; init; }

    /// <summary>
    /// The parts that are there and do not open, by part key, and <c>identifiers</c>: altered, or their key is gone. Such a part reads as null, which must
    /// not be taken for "nothing held": a job leaves the record alone.
    /// </summary>
    public IReadOnlySet<string> Unreadable { get; init; } = new HashSet<string>();

    /// <summary>Identity; null when the stored document does not open.</summary>
    public IdentityDocument? Identity { get; init; }

    /// <summary>Whereabouts; null when none were recorded yet.</summary>
    public Sourced<Whereabouts>? Whereabouts { get; init; }

    /// <summary>Former addresses, latest first.</summary>
    public IReadOnlyList<Sourced<FormerAddress>> FormerAddresses { get; init; } = [];

    /// <summary>Carers.</summary>
    public Sourced<IReadOnlyList<Carer>>? Carers { get; init; }

    /// <summary>Lead professional.</summary>
    public Sourced<LeadProfessional>? LeadProfessional { get; init; }

    /// <summary>Early help assessment.</summary>
    public Sourced<EarlyHelpAssessment>? EarlyHelp { get; init; }

    /// <summary>Identifiers, superseded ones too.</summary>
    public IReadOnlyList<KnownIdentifier> Identifiers { get; init; } = [];

    /// <summary>Involvements, ended ones too.</summary>
    public IReadOnlyList<KnownInvolvement> Involvements { get; init; } = [];

    /// <summary>Redacted.</summary>
    public override string ToString() => "child record";
}

/// <summary>An identifier as kept.</summary>
/// <param name="Scheme">As in <see cref="IdentifierSchemes"/>.</param>
/// <param name="Issuer">Whose numbering a local case id belongs to; null for national schemes.</param>
/// <param name="Value">Normalised.</param>
/// <param name="IsCurrent">False once superseded: it stays as an alias (REC-6).</param>
/// <param name="From">Where it came from.</param>
public sealed record KnownIdentifier(string Scheme, Guid? Issuer, string Value, bool IsCurrent, Provenance From)
{
    /// <summary>Redacted.</summary>
    public override string ToString() => "identifier";
}

/// <summary>An involvement as kept.</summary>
public sealed record KnownInvolvement
{
    /// <summary>Identity of the involvement.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the service catalogue.</summary>
    public required string ServiceCode { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid Organisation { get; init; }

    /// <summary>The practitioner; null for a team.</summary>
    public Guid? Practitioner { get; init; }

    /// <summary>When it began.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateOnly? End { get; init; }

    /// <summary>False for a self-declared one that nobody has confirmed.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>Where it came from.</summary>
    public required Provenance From { get; init; }
}
