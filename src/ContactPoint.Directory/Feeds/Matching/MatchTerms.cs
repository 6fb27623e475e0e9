using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.SchoolRoll;

namespace ContactPoint.Directory.Feeds.Matching;

/// <summary>What the rows of a run are matched with.</summary>
/// <param name="From">Source and run.</param>
/// <param name="Plan">The file.</param>
/// <param name="State">The source's last file.</param>
/// <param name="Claimed">Its rows that rows of this file go on.</param>
internal sealed record MatchTerms(Provenance From, RollPlan Plan, SourceState State, IReadOnlySet<RowKey> Claimed);
