using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>A row that passed every check of form.</summary>
internal sealed record FeedRow
{
    public required int Line { get; init; }

    /// <summary>Unique pupil number in its normal form.</summary>
    public string? Upn { get; init; }

    public string? FormerUpn { get; init; }

    public required PersonName Name { get; init; }

    public string? PreferredSurname { get; init; }

    public string? PreferredForename { get; init; }

    public string? FormerSurname { get; init; }

    /// <summary>Null when the cell is blank: nothing is said.</summary>
    public Gender? Gender { get; init; }

    public required DateOnly DateOfBirth { get; init; }

    public Address? Address { get; init; }

    public DateOnly? EntryDate { get; init; }

    public DateOnly? LeavingDate { get; init; }

    public IReadOnlyList<Carer> Contacts { get; init; } = [];

    /// <summary>Redacted.</summary>
    public override string ToString() => $"row {Line}";
}
