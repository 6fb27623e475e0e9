using ContactPoint.Directory.Children;

namespace ContactPoint.Directory.Corrections.Contradictions;

/// <summary>What a source says against a correction, as kept under seal.</summary>
/// <param name="Value">The field as the source gives it.</param>
/// <param name="From">Source, run and day.</param>
/// <param name="Line">The line of its file; null when it is not known any more.</param>
internal sealed record SourceSays(FieldValue Value, Provenance From, int? Line = null);
