using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Children;

/// <summary>Current names, gender, date of birth, directory number (<see cref="PartKey.Identity"/>).</summary>
public sealed record IdentityPart
{
    /// <summary>Current name.</summary>
    public required PersonName Name { get; init; }

    /// <summary>Gender.</summary>
    public required Gender Gender { get; init; }

    /// <summary>Date of birth.</summary>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>Date of death.</summary>
    public DateOnly? DateOfDeath { get; init; }

    /// <summary>As shown to people: <c>CP 7K3M-9QX2-4TRW</c>.</summary>
    public required string DirectoryNumber { get; init; }

    /// <summary>Where the name came from; null when the viewer may not know.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>Former and preferred names (<see cref="PartKey.OtherNames"/>).</summary>
/// <param name="Names">At least one.</param>
public sealed record OtherNamesPart(IReadOnlyList<OtherName> Names);

/// <summary>Whereabouts (<see cref="PartKey.Whereabouts"/>).</summary>
/// <param name="Whereabouts">One of four.</param>
/// <param name="Origin">Where that came from; null when the viewer may not know.</param>
public sealed record WhereaboutsPart(Whereabouts Whereabouts, Origin? Origin);

/// <summary>Former addresses (<see cref="PartKey.FormerAddresses"/>).</summary>
/// <param name="Addresses">Latest first; at least one.</param>
public sealed record FormerAddressesPart(IReadOnlyList<FormerAddress> Addresses);

/// <summary>People with parental responsibility or care (<see cref="PartKey.Carers"/>).</summary>
/// <param name="Carers">At least one.</param>
/// <param name="Origin">Where that came from; null when the viewer may not know.</param>
public sealed record CarersPart(IReadOnlyList<Carer> Carers, Origin? Origin);

/// <summary>Education status and school (<see cref="PartKey.School"/>).</summary>
/// <param name="Status">Education status.</param>
/// <param name="School">The school; null when there is none.</param>
/// <param name="Start">When the placement began.</param>
/// <param name="IsGap">True for a child of school age with no setting (REC-5).</param>
/// <param name="Origin">Where that came from.</param>
public sealed record SchoolPart(EducationStatus Status, ContactCard? School, DateOnly? Start, bool IsGap, Origin? Origin);

/// <summary>General practice (<see cref="PartKey.GeneralPractice"/>).</summary>
/// <param name="Practice">The practice; null is a universal-service gap (REC-5).</param>
/// <param name="Since">Registered since.</param>
/// <param name="Origin">Where that came from.</param>
public sealed record GeneralPracticePart(ContactCard? Practice, DateOnly? Since, Origin? Origin);

/// <summary>Other services and practitioners involved (<see cref="PartKey.Involvements"/>).</summary>
/// <param name="Involvements">Current ones first, then those that ended and are still shown (INV-2).</param>
/// <param name="CallerIsInvolved">True when the viewer, or their team, is recorded as involved now.</param>
public sealed record InvolvementsPart(IReadOnlyList<InvolvementEntry> Involvements, bool CallerIsInvolved);

/// <summary>Lead professional (<see cref="PartKey.LeadProfessional"/>).</summary>
/// <param name="Contact">Who, and how to reach them.</param>
/// <param name="Since">Since which day.</param>
public sealed record LeadProfessionalPart(ContactCard Contact, DateOnly Since);

/// <summary>Early help assessment (<see cref="PartKey.EarlyHelp"/>).</summary>
/// <param name="Status">In progress or completed.</param>
/// <param name="Holder">Who holds it, and how to reach them.</param>
/// <param name="Started">When it began.</param>
/// <param name="Agreed">When the family agreed.</param>
/// <param name="Completed">When it was completed.</param>
public sealed record EarlyHelpPart(EarlyHelpStatus Status, ContactCard Holder, DateOnly Started, DateOnly? Agreed, DateOnly? Completed);

/// <summary>The local authority that answers for the record (<see cref="PartKey.ResponsibleAuthority"/>).</summary>
/// <param name="Code">Its number.</param>
/// <param name="Name">Its name; the number when it is not known by name.</param>
public sealed record AuthorityPart(LocalAuthorityCode Code, string Name);

/// <summary>A sector's identifier (<see cref="PartKey.UniquePupilNumber"/>, <see cref="PartKey.NhsNumber"/>).</summary>
/// <param name="Scheme">Which, as in <see cref="Sdk.Access.SectorIdentifier"/>.</param>
/// <param name="Value">As people write it.</param>
/// <param name="Superseded">Earlier numbers, latest first.</param>
public sealed record IdentifierPart(string Scheme, string Value, IReadOnlyList<string> Superseded);
