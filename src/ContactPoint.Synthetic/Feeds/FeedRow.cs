using ContactPoint.Synthetic.Families;

namespace ContactPoint.Synthetic.Feeds;

/// <summary>A row of a feed as another office would send it.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Forename">Null when not given.</param>
/// <param name="Middle">Null when not given.</param>
/// <param name="Surname">Null when not given.</param>
/// <param name="IsGirl">Null when not given.</param>
/// <param name="DateOfBirth">Null when not given.</param>
/// <param name="Postcode">Null when not given.</param>
/// <param name="Truth">The child of the country that is meant; null for one that the country does not have.</param>
public sealed record FeedRow(long Number, string? Forename, string? Middle, string? Surname, bool? IsGirl, DateOnly? DateOfBirth, string? Postcode, SyntheticChild? Truth)
{
    /// <inheritdoc/>
    public override string ToString() => $"synthetic row {Number}";
}
