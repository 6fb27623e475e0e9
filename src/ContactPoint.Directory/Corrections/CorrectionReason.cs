namespace ContactPoint.Directory.Corrections;

/// <summary>Why a steward corrects a record: a closed list, for the audit trail.</summary>
public enum CorrectionReason
{
    /// <summary>Not said: refused.</summary>
    None = 0,

    /// <summary>A document of the child or family was seen.</summary>
    DocumentSeen = 1,

    /// <summary>The child, a parent or a carer said so.</summary>
    FamilySaid = 2,

    /// <summary>The source said that it was a slip.</summary>
    SourceSaid = 3,

    /// <summary>A practitioner who knows the child said so.</summary>
    PractitionerSaid = 4,
}
