using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Children;

/// <summary>A change of one record, or a new one. What is null or empty stays as it is.</summary>
public sealed record ChildWrite
{
    /// <summary>The child.</summary>
    public required ChildId Child { get; init; }

    /// <summary>The version that the change was made from; 0 for a new record. A record that has moved on is not overwritten.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>State; a new record is active unless said otherwise.</summary>
    public RecordState? State { get; init; }

    /// <summary>The local authority that answers for it.</summary>
    public LocalAuthorityCode? Authority { get; init; }

    /// <summary>Education status.</summary>
    public EducationStatus? Education { get; init; }

    /// <summary>The only organisation that sees a provisional record.</summary>
    public Guid? Supplier { get; init; }

    /// <summary>The whole identity; required for a new record. The one before is kept as history.</summary>
    public IdentityDocument? Identity { get; init; }

    /// <summary>Whereabouts.</summary>
    public Sourced<Whereabouts>? Whereabouts { get; init; }

    /// <summary>All former addresses, latest first.</summary>
    public IReadOnlyList<Sourced<FormerAddress>>? FormerAddresses { get; init; }

    /// <summary>All carers.</summary>
    public Sourced<IReadOnlyList<Carer>>? Carers { get; init; }

    /// <summary>Lead professional.</summary>
    public Sourced<LeadProfessional>? LeadProfessional { get; init; }

    /// <summary>Early help assessment.</summary>
    public Sourced<EarlyHelpAssessment>? EarlyHelp { get; init; }

    /// <summary>Identifiers to record; the current one of the same scheme and issuer becomes an alias.</summary>
    public IReadOnlyList<IdentifierWrite> Identifiers { get; init; } = [];

    /// <summary>Involvements that begin.</summary>
    public IReadOnlyList<InvolvementStart> Starts { get; init; } = [];

    /// <summary>Involvements that end.</summary>
    public IReadOnlyList<InvolvementEnd> Ends { get; init; } = [];

    /// <summary>Ids of involvements that are confirmed now (INV-1).</summary>
    public IReadOnlyList<Guid> Confirms { get; init; } = [];

    /// <summary>Redacted.</summary>
    public override string ToString() => "child write";
}

/// <summary>An identifier to record.</summary>
/// <param name="Scheme">As in <see cref="IdentifierSchemes"/>.</param>
/// <param name="Value">Checked and normalised by the writer; one that fails its check is a bug of the caller.</param>
/// <param name="From">Where it came from.</param>
/// <param name="Issuer">Whose numbering a local case id belongs to; null for national schemes.</param>
public sealed record IdentifierWrite(string Scheme, string Value, Provenance From, Guid? Issuer = null)
{
    /// <summary>Redacted.</summary>
    public override string ToString() => "identifier";
}

/// <summary>An involvement that begins.</summary>
public sealed record InvolvementStart
{
    /// <summary>Code of the service catalogue.</summary>
    public required string ServiceCode { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid Organisation { get; init; }

    /// <summary>The practitioner; null for a team.</summary>
    public Guid? Practitioner { get; init; }

    /// <summary>When it began.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>When it ended, for one that is recorded late.</summary>
    public DateOnly? End { get; init; }

    /// <summary>True when a feed, the team's lead or another involved practitioner says so (INV-1).</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>Where it came from.</summary>
    public required Provenance From { get; init; }
}

/// <summary>An involvement that ends.</summary>
/// <param name="Id">Which.</param>
/// <param name="On">Its last day.</param>
/// <param name="IsWithdrawn">True when its source no longer stands by it: then it is confirmed no more, and on no list of those who left.</param>
public sealed record InvolvementEnd(Guid Id, DateOnly On, bool IsWithdrawn = false);
