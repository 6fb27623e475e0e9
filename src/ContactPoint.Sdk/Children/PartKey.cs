namespace ContactPoint.Sdk.Children;

/// <summary>A part of a child's record that is granted, withheld, read, versioned and audited as one.</summary>
/// <param name="Value">Lower case, owner first for a module's own: <c>whereabouts</c>, <c>education.roll</c>.</param>
public readonly record struct PartKey(string Value)
{
    /// <summary>Current names, gender, date of birth, directory number.</summary>
    public static readonly PartKey Identity = new("identity");

    /// <summary>Former and preferred names.</summary>
    public static readonly PartKey OtherNames = new("other-names");

    /// <summary>Whereabouts: current address, last known, none known, or left the area (REC-4).</summary>
    public static readonly PartKey Whereabouts = new("whereabouts");

    /// <summary>Former addresses.</summary>
    public static readonly PartKey FormerAddresses = new("former-addresses");

    /// <summary>The local authority that answers for the record.</summary>
    public static readonly PartKey ResponsibleAuthority = new("responsible-authority");

    /// <summary>People with parental responsibility or care.</summary>
    public static readonly PartKey Carers = new("carers");

    /// <summary>Education status and school.</summary>
    public static readonly PartKey School = new("school");

    /// <summary>General practice.</summary>
    public static readonly PartKey GeneralPractice = new("general-practice");

    /// <summary>Other services and practitioners involved.</summary>
    public static readonly PartKey Involvements = new("involvements");

    /// <summary>Lead professional.</summary>
    public static readonly PartKey LeadProfessional = new("lead-professional");

    /// <summary>Early help assessment: holder and dates.</summary>
    public static readonly PartKey EarlyHelp = new("early-help");

    /// <summary>Unique pupil number: readable by education staff (REC-6).</summary>
    public static readonly PartKey UniquePupilNumber = new("identifier.upn");

    /// <summary>NHS number: readable by health staff (REC-6).</summary>
    public static readonly PartKey NhsNumber = new("identifier.nhs");

    /// <summary>The parts that the core directory owns, in the order a page shows them.</summary>
    public static IReadOnlyList<PartKey> Core { get; } =
    [
        Identity, OtherNames, LeadProfessional, School, GeneralPractice, Involvements, EarlyHelp, Carers, Whereabouts,
        FormerAddresses, ResponsibleAuthority, UniquePupilNumber, NhsNumber,
    ];

    /// <inheritdoc/>
    public override string ToString() => Value;
}
