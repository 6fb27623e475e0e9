using System.Buffers;
using System.Globalization;
using System.Text;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Reads the cells of one row; remembers the first problem and answers nothing after it that counts.</summary>
internal sealed class CellReader(FileHeader header, IReadOnlyList<string> fields)
{
    private static readonly SearchValues<char> OfPhone = SearchValues.Create("0123456789 ()-");
    private static readonly SearchValues<char> NotOfEmail = SearchValues.Create(" \t,;:<>\"()[]\\");

    public RowProblem? Problem { get; private set; }

    public void Report(RowProblem problem) => Problem ??= problem;

    public string NameOf(FeedField field) => header.Form.NameOf(field);

    public string? Value(FeedField field)
    {
        var value = header.Value(fields, field);
        if (value is not { Length: > FileLimits.FieldLength }) return value;
        Report(RowProblem.FieldLength(NameOf(field)));
        return null;
    }

    /// <summary>Text that stands for itself: never a formula, which a spreadsheet that opens an export would run.</summary>
    public string? Text(FeedField field)
    {
        if (Value(field) is not { } value) return null;
        if (IsFormula(value)) Report(RowProblem.Formula(NameOf(field)));
        return string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public string? Name(FeedField field)
    {
        if (Text(field) is not { } value) return null;
        if (!value.Any(char.IsLetter) || !value.EnumerateRunes().All(IsOfName)) Report(RowProblem.Name(NameOf(field)));
        return value;
    }

    public string Required(string? value, FeedField field)
    {
        if (value is null) Report(RowProblem.Missing(NameOf(field)));
        return value ?? string.Empty;
    }

    public DateOnly? Date(FeedField field, DateOnly latest)
    {
        if (Value(field) is not { } value) return null;
        if (!DateOnly.TryParseExact(value, header.Form.DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) Report(RowProblem.Date(NameOf(field), header.Form));
        else if (date > latest) Report(RowProblem.Future(NameOf(field)));
        return date;
    }

    public string? Upn(FeedField field)
    {
        if (Value(field) is not { } value) return null;
        if (!ContactPoint.Matching.Identifiers.Upn.TryParse(value, out var upn, out var error)) Report(RowProblem.Upn(NameOf(field), error.Code()));
        return upn.Value;
    }

    public string? PostcodeOf(FeedField field)
    {
        if (Value(field) is not { } value) return null;
        if (!Postcode.TryParse(value, out var postcode, out _)) Report(RowProblem.Postcode(NameOf(field)));
        return postcode.Value;
    }

    public bool? YesNo(FeedField field)
    {
        var value = Value(field);
        if (value is null) return null;
        bool? answer = value.ToUpperInvariant() switch { "Y" or "YES" => true, "N" or "NO" => false, _ => null };
        if (answer is null) Report(RowProblem.YesNo(NameOf(field)));
        return answer;
    }

    public string? Phone(FeedField field)
    {
        if (Value(field) is not { } value) return null;
        var digits = value.Count(char.IsAsciiDigit);
        var rest = value.AsSpan(value.StartsWith('+') ? 1 : 0);
        if (digits is < 6 or > 15 || rest.ContainsAnyExcept(OfPhone)) Report(RowProblem.Phone(NameOf(field)));
        return value;
    }

    public string? Email(FeedField field)
    {
        if (Text(field) is not { } value) return null;
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != value.LastIndexOf('@') || value.IndexOf('.', at) < at + 2 || value.EndsWith('.') || value.AsSpan().ContainsAny(NotOfEmail))
            Report(RowProblem.Email(NameOf(field)));
        return value;
    }

    // Also in the wide forms of East Asian keyboards, which spreadsheets read alike.
    private static bool IsFormula(string value) => value[0] is '=' or '+' or '-' or '@' or '\t' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    private static bool IsOfName(Rune rune) =>
        Rune.IsLetter(rune) || rune.Value is ' ' or '-' or '.' or '\'' or '`' or '’' or '‘' or 'ʼ' or '‐' or '‑' or '–'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
