using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Corrections.CorrectRecord;

/// <summary>A steward puts fields of an open record right. What was wrong is no former name or address: it is kept as history alone.</summary>
/// <param name="Pass">The pass of the open record.</param>
/// <param name="Values">The fields, each once.</param>
/// <param name="Reason">How the steward knows.</param>
public sealed record CorrectRecord(RecordPass Pass, IReadOnlyList<FieldValue> Values, CorrectionReason Reason);
