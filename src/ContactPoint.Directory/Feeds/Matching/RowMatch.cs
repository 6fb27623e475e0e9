using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Matching.Model;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Matching;

/// <summary>Whom a row means.</summary>
internal enum RowMatchKind
{
    /// <summary>A child of the directory.</summary>
    Link = 1,

    /// <summary>A child whom the directory does not have.</summary>
    New = 2,

    /// <summary>A steward decides.</summary>
    Review = 3,

    /// <summary>It may mean a shielded child: it stays its supplier's own (SHD-6).</summary>
    Hold = 4,
}

/// <summary>A row to be matched.</summary>
/// <param name="Plan">Where it stands and who it is about.</param>
/// <param name="Row">What it says.</param>
/// <param name="Known">The child it stood for in the source's last file.</param>
internal sealed record RowToMatch(PlannedRow Plan, FeedRow Row, ChildId? Known);

/// <summary>Whom a row means, and why.</summary>
internal sealed record RowMatch
{
    /// <summary>Why a steward is asked about a record of which a part does not open: nothing of it may be overwritten.</summary>
    public const string Unreadable = "match.unreadable";

    public required RowToMatch Asked { get; init; }

    public required RowMatchKind Kind { get; init; }

    /// <summary>The record of a link.</summary>
    public ChildRecord? Record { get; init; }

    /// <summary>For a held row, what it would mean if the shielded children were not there: what everybody without clearance sees (I-01).</summary>
    public RowMatch? Seen { get; init; }

    /// <summary>For a held row of a child whom it renames: whether all that the record says came from this source. Null for every other row.</summary>
    public bool? IsAlone { get; init; }

    /// <summary>Why a steward decides; stable code.</summary>
    public string? Why { get; init; }

    /// <summary>The candidates weighed, best first: for the steward and the audit trail.</summary>
    public IReadOnlyList<RowCandidate> Candidates { get; init; } = [];
}

/// <summary>A candidate that was weighed.</summary>
/// <param name="Child">The child.</param>
/// <param name="Bits">Score in bits.</param>
/// <param name="Steps">Codes of the steps that add up to it.</param>
internal sealed record RowCandidate(ChildId Child, double Bits, IReadOnlyList<string> Steps)
{
    public static RowCandidate Of(ChildId child, MatchScore score) => new(child, score.Bits, [.. score.Waterfall.Select(step => $"{step.Code} {step.Bits:+0.0;-0.0}")]);
}
