using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Corrections.Contradictions.ListContradictions;

/// <summary>A page of sources that contradict corrections.</summary>
/// <param name="Lines">At most 25, longest first.</param>
/// <param name="HasMore">True when there are further ones.</param>
public sealed record ContradictionPage(IReadOnlyList<ContradictionLine> Lines, bool HasMore);

/// <summary>A source that contradicts a correction.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">How far it has got.</param>
/// <param name="Since">Since when the source says so.</param>
/// <param name="Handle">Opens the record in this session.</param>
/// <param name="Values">Whom it is about, what the record says and what the source says.</param>
/// <param name="Question">What the source may be asked.</param>
public sealed record ContradictionLine(Guid Id, ContradictionState State, DateTimeOffset Since, ChildHandle Handle, Disclosed<ContradictionValues> Values, Disclosed<SourceQuestion> Question);

/// <summary>What stands against what, for the steward.</summary>
/// <param name="Family">Family name of the record.</param>
/// <param name="Given">Given name of the record.</param>
/// <param name="Held">What the record says.</param>
/// <param name="Said">What the source says.</param>
public sealed record ContradictionValues(string Family, string Given, FieldValue Held, FieldValue Said)
{
    /// <summary>Redacted.</summary>
    public override string ToString() => "contradiction";
}

/// <summary>All that a source may be asked with: its own name, its own file and its own value. What the directory holds has no place here (FED-8).</summary>
/// <param name="SourceName">The source.</param>
/// <param name="AsAt">The day of its file.</param>
/// <param name="Line">The line of its file; null when it is not known any more.</param>
/// <param name="Said">What it says there.</param>
public sealed record SourceQuestion(string SourceName, DateOnly AsAt, int? Line, FieldValue Said)
{
    /// <summary>Redacted.</summary>
    public override string ToString() => "question";
}
