namespace ContactPoint.Matching.Identifiers;

/// <summary>Why a text is not the identifier it should be.</summary>
public enum IdentifierError
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The text is empty.</summary>
    Missing = 1,

    /// <summary>It has too few or too many characters.</summary>
    WrongLength = 2,

    /// <summary>A character stands where it may not.</summary>
    WrongCharacters = 3,

    /// <summary>The check letter or digit does not fit the rest: a typing error.</summary>
    CheckFailed = 4,

    /// <summary>Well formed, but of a kind that is never issued (one digit repeated).</summary>
    NeverIssued = 5,
}
