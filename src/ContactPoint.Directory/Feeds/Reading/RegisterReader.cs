using System.Buffers;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Organisations;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Turns a line of a register into a checked row, or says what is wrong with it. Throws for no input.</summary>
/// <remarks>
/// Whoever brings a register did not write it: what is only a way to reach a body does not keep the rest of its row out; what says who it is, whose it is or
/// whether it is open does.
/// </remarks>
/// <param name="header">Which column stands where.</param>
internal sealed class RegisterReader(FileHeader header)
{
    private const int LongestNumber = 20;

    private static readonly SearchValues<char> OfPhone = SearchValues.Create("0123456789 ()-");

    private readonly List<string> fields = [];

    /// <summary>Reads one line.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="text">Its text; null when it could not be decoded.</param>
    /// <param name="number">The body's number even when something else is wrong: it tells which the row is about.</param>
    /// <param name="problem">The first thing that is wrong.</param>
    /// <returns>The row; null when something is wrong.</returns>
    public RegisterRow? Read(int line, string? text, out string? number, out RowProblem? problem)
    {
        number = null;
        problem = header.Split(text, fields);
        if (problem is not null) return null;
        var cells = new CellReader(header, fields);
        number = NumberOf(cells);
        var (address, unfit) = AddressOf(cells);
        var (phone, unreachable) = PhoneOf(cells);
        var row = new RegisterRow
        {
            Line = line,
            Number = number ?? string.Empty,
            Name = cells.Required(cells.Text(FeedField.OrganisationName), FeedField.OrganisationName),
            Authority = AuthorityOf(cells),
            State = StateOf(cells),
            OpenedOn = cells.Date(FeedField.OpenedOn, DateOnly.MaxValue),
            ClosedOn = cells.Date(FeedField.ClosedOn, DateOnly.MaxValue),
            Address = address,
            Phone = phone,
            Note = unreachable ?? unfit,
        };
        if (row.ClosedOn < row.OpenedOn) cells.Report(RowProblem.Order(cells.NameOf(FeedField.ClosedOn)));
        problem = cells.Problem;
        return problem is null ? row : null;
    }

    private string? NumberOf(CellReader cells)
    {
        if (cells.Value(FeedField.RegisterNumber) is not { } value)
        {
            cells.Report(RowProblem.Missing(cells.NameOf(FeedField.RegisterNumber)));
            return null;
        }

        var isOne = header.Form.Format.Supplier == OrganisationKind.School
            ? value.Length is >= 5 and <= 7 && value[0] != '0' && value.All(char.IsAsciiDigit)
            : value.Length is >= 3 and <= LongestNumber && value.All(char.IsAsciiLetterOrDigit);
        if (isOne) return value.ToUpperInvariant();
        cells.Report(RowProblem.RegisterNumber(cells.NameOf(FeedField.RegisterNumber)));
        return null;
    }

    private LocalAuthorityCode AuthorityOf(CellReader cells)
    {
        var name = cells.NameOf(FeedField.AuthorityNumber);
        if (cells.Value(FeedField.AuthorityNumber) is not { } value) cells.Report(RowProblem.Missing(name));
        else if (!LocalAuthorityCode.TryParse(value, out var code) || !LocalAuthorities.IsKnown(code)) cells.Report(RowProblem.UnknownAuthority(name));
        else if (header.Form.Authority is { } own && own != code) cells.Report(RowProblem.OtherAuthority(name));
        else return code;
        return default;
    }

    private static OrganisationState StateOf(CellReader cells)
    {
        switch (cells.Value(FeedField.OrganisationStatus)?.ToUpperInvariant())
        {
            case "OPEN": return OrganisationState.Open;
            case "CLOSED": return OrganisationState.Closed;
            case "OPEN, BUT PROPOSED TO CLOSE": return OrganisationState.Closing;
            case "PROPOSED TO OPEN": return OrganisationState.Proposed;
            case null:
                cells.Report(RowProblem.Missing(cells.NameOf(FeedField.OrganisationStatus)));
                return default;
            default:
                cells.Report(RowProblem.Status(cells.NameOf(FeedField.OrganisationStatus)));
                return default;
        }
    }

    private static (Address? Address, RowProblem? Without) AddressOf(CellReader cells)
    {
        var lines = Enumerable.Range((int)FeedField.AddressLine1, 4).Select(column => cells.Text((FeedField)column)).OfType<string>().ToList();
        var (town, written) = (cells.Text(FeedField.Town), cells.Value(FeedField.Postcode));
        var isPostcode = Postcode.TryParse(written, out var postcode, out _);
        RowProblem? without = written is null || isPostcode ? null : RowProblem.WithoutPostcode(cells.NameOf(FeedField.Postcode));
        // A county alone is no address.
        var isCounty = lines.Count == 1 && cells.Text(FeedField.AddressLine1 + 3) is not null;
        return (lines.Count == 0 || isCounty) && town is null && !isPostcode ? (null, without) : (new Address(lines, town, isPostcode ? postcode.Value : null), without);
    }

    // A spreadsheet, or a database that keeps numbers as numbers, takes the leading nought away: 1614960001.
    private static (string? Phone, RowProblem? Without) PhoneOf(CellReader cells)
    {
        if (cells.Value(FeedField.OrganisationPhone) is not { } value) return (null, null);
        var digits = string.Concat(value.Where(char.IsAsciiDigit));
        if (digits == value && digits.Length is 9 or 10 && digits[0] != '0') return ("0" + digits, null);
        var rest = value.AsSpan(value.StartsWith('+') ? 1 : 0);
        return digits.Length is >= 6 and <= 15 && value.Length <= 40 && !rest.ContainsAnyExcept(OfPhone)
            ? (string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), null)
            : (null, RowProblem.WithoutPhone(cells.NameOf(FeedField.OrganisationPhone)));
    }
}
