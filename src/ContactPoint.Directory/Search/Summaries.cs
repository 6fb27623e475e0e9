using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Search;

/// <summary>What a result or a roster line may say of a child (SEA-4).</summary>
internal static class Summaries
{
    /// <summary>Of a child that is not there.</summary>
    public static readonly ChildSummary Nobody = new(string.Empty, string.Empty, Gender.NotSpecified, 0, null);

    public static ChildSummary Of(CandidateRow row, IdentityDocument identity) => new(
        identity.Name.Value.Family, identity.Name.Value.Given, identity.Gender.Value, identity.DateOfBirth.Value.Year, row.Facts.Authority);
}
