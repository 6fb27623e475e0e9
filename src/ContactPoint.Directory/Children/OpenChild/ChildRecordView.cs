using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Children.OpenChild;

/// <summary>What a viewer gets of one record: the parts that were granted and hold something, and what may be said of the rest.</summary>
/// <remarks>A part that is null was not granted, holds nothing or could not be read; <see cref="Withheld"/> and <see cref="Missing"/> tell which may be said.</remarks>
public sealed record ChildRecordView
{
    /// <summary>The pass it was read under: pass it on to acts on this record. Ends after 15 minutes at most.</summary>
    public required RecordPass Pass { get; init; }

    /// <summary>Current names, gender, date of birth, directory number.</summary>
    public Disclosed<IdentityPart>? Identity { get; init; }

    /// <summary>Former and preferred names.</summary>
    public Disclosed<OtherNamesPart>? OtherNames { get; init; }

    /// <summary>Lead professional.</summary>
    public Disclosed<LeadProfessionalPart>? LeadProfessional { get; init; }

    /// <summary>Education status and school.</summary>
    public Disclosed<SchoolPart>? School { get; init; }

    /// <summary>General practice.</summary>
    public Disclosed<GeneralPracticePart>? GeneralPractice { get; init; }

    /// <summary>Other services and practitioners.</summary>
    public Disclosed<InvolvementsPart>? Involvements { get; init; }

    /// <summary>Early help assessment.</summary>
    public Disclosed<EarlyHelpPart>? EarlyHelp { get; init; }

    /// <summary>People with parental responsibility or care.</summary>
    public Disclosed<CarersPart>? Carers { get; init; }

    /// <summary>Whereabouts.</summary>
    public Disclosed<WhereaboutsPart>? Whereabouts { get; init; }

    /// <summary>Former addresses.</summary>
    public Disclosed<FormerAddressesPart>? FormerAddresses { get; init; }

    /// <summary>The local authority that answers for the record.</summary>
    public Disclosed<AuthorityPart>? Authority { get; init; }

    /// <summary>Unique pupil number.</summary>
    public Disclosed<IdentifierPart>? UniquePupilNumber { get; init; }

    /// <summary>NHS number.</summary>
    public Disclosed<IdentifierPart>? NhsNumber { get; init; }

    /// <summary>All that was read, for the parts that modules own.</summary>
    public required RecordReading Reading { get; init; }

    /// <summary>Parts withheld that the viewer may be told of, with the reason in plain words.</summary>
    public required IReadOnlyList<WithheldPart> Withheld { get; init; }

    /// <summary>Parts that were granted and could not be read.</summary>
    public required IReadOnlySet<PartKey> Missing { get; init; }
}
