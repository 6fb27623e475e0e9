using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.Reading;

namespace ContactPoint.Directory.Feeds.Matching;

/// <summary>What the rows of a run are matched with.</summary>
/// <param name="From">Source and run.</param>
/// <param name="Format">Key of the format.</param>
/// <param name="Plan">The file.</param>
/// <param name="State">The source's last file.</param>
/// <param name="Claimed">Its rows that rows of this file go on.</param>
/// <param name="IsDelta">True when children who are not in this file are with the source as before.</param>
internal sealed record MatchTerms(Provenance From, string Format, FilePlan Plan, SourceState State, IReadOnlySet<RowKey> Claimed, bool IsDelta);
