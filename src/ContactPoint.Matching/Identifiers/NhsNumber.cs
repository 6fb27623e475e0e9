namespace ContactPoint.Matching.Identifiers;

/// <summary>An NHS number: ten digits, the last a check digit.</summary>
/// <remarks>
/// Source: NHS Data Model and Dictionary, "NHS NUMBER": digits 1-9 weighted 10-2, check = 11 - (sum mod 11), 11 counts as 0, 10 is never issued.
/// Numbers of the test range 999 are accepted; ten times the same digit is not.
/// </remarks>
public readonly record struct NhsNumber
{
    private const int Length = 10;

    private NhsNumber(string value) => Value = value;

    /// <summary>The ten digits without spaces.</summary>
    public string Value => field ?? string.Empty;

    /// <summary>The digits as forms show them: 3, 3 and 4.</summary>
    public string Formatted => Value.Length == Length ? $"{Value[..3]} {Value[3..6]} {Value[6..]}" : string.Empty;

    /// <summary>Reads a number; spaces and hyphens between digits are forgiven.</summary>
    public static bool TryParse(string? text, out NhsNumber number, out IdentifierError error)
    {
        number = default;
        var value = (text ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);
        error = Check(value);
        if (error == IdentifierError.None)
            number = new NhsNumber(value);
        return error == IdentifierError.None;
    }

    /// <summary>The check digit of nine digits, or null when there is none or they are not digits. For makers of synthetic numbers.</summary>
    public static char? CheckDigit(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (body.Length != Length - 1)
            return null;
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (!char.IsAsciiDigit(body[i]))
                return null;
            sum += (body[i] - '0') * (Length - i);
        }

        var check = (11 - (sum % 11)) % 11;
        return check == 10 ? null : (char)('0' + check);
    }

    /// <summary>Never the number itself, so that it cannot slip into a log; use <see cref="Value"/>.</summary>
    public override string ToString() => "NHS number";

    private static IdentifierError Check(string value)
    {
        if (value.Length == 0)
            return IdentifierError.Missing;
        if (value.Length != Length)
            return IdentifierError.WrongLength;
        if (value.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return IdentifierError.WrongCharacters;
        if (!value.AsSpan().ContainsAnyExcept(value[0]))
            return IdentifierError.NeverIssued;
        return CheckDigit(value[..^1]) == value[^1] ? IdentifierError.None : IdentifierError.CheckFailed;
    }
}
