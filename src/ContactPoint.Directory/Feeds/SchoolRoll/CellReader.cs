using System.Buffers;
using System.Globalization;
using System.Text;
using ContactPoint.Matching.Identifiers;

namespace ContactPoint.Directory.Feeds.SchoolRoll;

/// <summary>Reads the cells of one row; remembers the first problem and answers nothing after it that counts.</summary>
internal sealed class CellReader(RollHeader header, IReadOnlyList<string> fields)
{
    private static readonly string[] DateForms = ["dd/MM/yyyy", "yyyy-MM-dd"];
    private static readonly SearchValues<char> OfPhone = SearchValues.Create("0123456789 ()-");
    private static readonly SearchValues<char> NotOfEmail = SearchValues.Create(" \t,;:<>\"()[]\\");

    public RollProblem? Problem { get; private set; }

    public void Report(RollProblem problem) => Problem ??= problem;

    public string? Value(RollColumn column)
    {
        var value = header.Value(fields, column);
        if (value is not { Length: > RollLimits.FieldLength }) return value;
        Report(RollProblem.FieldLength(column.ToString()));
        return null;
    }

    /// <summary>Text that stands for itself: never a formula, which a spreadsheet that opens an export would run.</summary>
    public string? Text(RollColumn column)
    {
        if (Value(column) is not { } value) return null;
        if (IsFormula(value)) Report(RollProblem.Formula(column.ToString()));
        return string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public string? Name(RollColumn column)
    {
        if (Text(column) is not { } value) return null;
        if (!value.Any(char.IsLetter) || !value.EnumerateRunes().All(IsOfName)) Report(RollProblem.Name(column.ToString()));
        return value;
    }

    public string Required(string? value, RollColumn column)
    {
        if (value is null) Report(RollProblem.Missing(column.ToString()));
        return value ?? string.Empty;
    }

    public DateOnly? Date(RollColumn column, DateOnly latest)
    {
        if (Value(column) is not { } value) return null;
        if (!DateOnly.TryParseExact(value, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) Report(RollProblem.Date(column.ToString()));
        else if (date > latest) Report(RollProblem.Future(column.ToString()));
        return date;
    }

    public string? Upn(RollColumn column)
    {
        if (Value(column) is not { } value) return null;
        if (!ContactPoint.Matching.Identifiers.Upn.TryParse(value, out var upn, out var error)) Report(RollProblem.Upn(column.ToString(), error.Code()));
        return upn.Value;
    }

    public string? PostcodeOf(RollColumn column)
    {
        if (Value(column) is not { } value) return null;
        if (!Postcode.TryParse(value, out var postcode, out _)) Report(RollProblem.Postcode(column.ToString()));
        return postcode.Value;
    }

    public bool? YesNo(RollColumn column)
    {
        var value = Value(column);
        if (value is null) return null;
        bool? answer = value.ToUpperInvariant() switch { "Y" or "YES" => true, "N" or "NO" => false, _ => null };
        if (answer is null) Report(RollProblem.YesNo(column.ToString()));
        return answer;
    }

    public string? Phone(RollColumn column)
    {
        if (Value(column) is not { } value) return null;
        var digits = value.Count(char.IsAsciiDigit);
        var rest = value.AsSpan(value.StartsWith('+') ? 1 : 0);
        if (digits is < 6 or > 15 || rest.ContainsAnyExcept(OfPhone)) Report(RollProblem.Phone(column.ToString()));
        return value;
    }

    public string? Email(RollColumn column)
    {
        if (Text(column) is not { } value) return null;
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != value.LastIndexOf('@') || value.IndexOf('.', at) < at + 2 || value.EndsWith('.') || value.AsSpan().ContainsAny(NotOfEmail))
            Report(RollProblem.Email(column.ToString()));
        return value;
    }

    // Also in the wide forms of East Asian keyboards, which spreadsheets read alike.
    private static bool IsFormula(string value) => value[0] is '=' or '+' or '-' or '@' or '\t' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    private static bool IsOfName(Rune rune) =>
        Rune.IsLetter(rune) || rune.Value is ' ' or '-' or '.' or '\'' or '`' or '’' or '‘' or 'ʼ' or '‐' or '‑' or '–'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
