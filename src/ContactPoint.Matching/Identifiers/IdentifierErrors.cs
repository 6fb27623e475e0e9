namespace ContactPoint.Matching.Identifiers;

/// <summary>Stable codes for <see cref="IdentifierError"/>, as outcome files and messages show them.</summary>
public static class IdentifierErrors
{
    /// <summary>The code: <c>missing</c>, <c>length</c>, <c>characters</c>, <c>check</c>, <c>never-issued</c>; <c>ok</c> when there is no error.</summary>
    public static string Code(this IdentifierError error) => error switch
    {
        IdentifierError.None => "ok",
        IdentifierError.Missing => "missing",
        IdentifierError.WrongLength => "length",
        IdentifierError.WrongCharacters => "characters",
        IdentifierError.CheckFailed => "check",
        IdentifierError.NeverIssued => "never-issued",
        _ => throw new ArgumentOutOfRangeException(nameof(error)),
    };
}
