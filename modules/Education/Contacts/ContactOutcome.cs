using ContactPoint.Sdk.Results;

namespace ContactPoint.Modules.Education.Contacts;

/// <summary>What became of a change.</summary>
/// <param name="Stored">What now stands in the directory.</param>
/// <param name="IsConflict">True when somebody else changed it first: nothing was written, and <paramref name="Stored"/> is theirs.</param>
/// <param name="Problems">What is wrong with what was typed; nothing was written when there are any.</param>
public sealed record ContactOutcome(ContactEntry Stored, bool IsConflict, IReadOnlyList<Error> Problems)
{
    /// <summary>True when it was written.</summary>
    public bool IsSaved => !IsConflict && Problems.Count == 0;
}
