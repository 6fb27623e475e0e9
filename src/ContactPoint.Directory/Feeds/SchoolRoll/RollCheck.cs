using System.Text;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.SchoolRoll;

/// <summary>Checks a whole file of a source and plans its rows. Holds some 60 bytes a row; changes nothing.</summary>
internal sealed class RollCheck(RowKeys keys)
{
    public async Task<Result<RollPlan>> RunAsync(Guid source, DateOnly asAt, IFeedContent content, CancellationToken cancellation = default)
    {
        var encoding = await RollEncoding.DetectAsync(content, cancellation);
        if (!encoding.Succeeded) return encoding.Error;

        RollHeader? header = null;
        RollRowReader? reader = null;
        var rows = new List<PlannedRow>();
        var problems = new Dictionary<int, RollProblem>();
        await foreach (var line in ByteLines.ReadAsync(content, cancellation))
        {
            var text = line.IsTooLong ? null : RollEncoding.Decode(encoding.Value, line.Bytes.Span, line.Number == 1);
            if (header is null)
            {
                if (text is null) return RollFileErrors.HeaderLine;
                if (string.IsNullOrWhiteSpace(text)) continue;
                var read = RollHeader.Read(text);
                if (!read.Succeeded) return read.Error;
                header = read.Value;
                reader = new RollRowReader(header, asAt);
                continue;
            }

            if (!line.IsTooLong && text is not null && text.AsSpan().Trim(" \t,").IsEmpty) continue;
            if (rows.Count == RollLimits.Rows) return RollFileErrors.TooManyRows;
            var row = reader!.Read(line.Number, text, out var upn, out var problem);
            if (!line.IsEnded && problem is not null && (line.IsTooLong || problem.Code is "row.columns" or "row.quotes")) return RollFileErrors.CutOff;
            if (row is null) problems[line.Number] = line.IsTooLong ? RollProblem.TooLong : problem!;
            rows.Add(row is null ? Rejected(source, line, upn) : Valid(source, line, row));
        }

        if (header is null) return RollFileErrors.Empty;
        return rows.Count == 0 ? RollFileErrors.NoRows : Plan(encoding.Value, header, asAt, rows, problems);
    }

    /// <summary>A first look at the beginning of a file, so that what is no roll is not received whole.</summary>
    /// <param name="beginning">The first bytes; the whole file when it is short.</param>
    /// <returns>Why it is refused; null when it may be a roll.</returns>
    public static Error? Glance(ReadOnlySpan<byte> beginning)
    {
        if (RollEncoding.IsBinary(beginning)) return RollFileErrors.Utf16;
        var text = beginning.TrimStart("\uFEFF\r\n \t"u8);
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0 && text.Length <= RollLimits.RowBytes) return null;
        if (end is < 0 or > RollLimits.RowBytes) return RollFileErrors.HeaderLine;
        return RollHeader.Read(Encoding.Latin1.GetString(text[..end])).Error;
    }

    private static RollPlan Plan(Encoding encoding, RollHeader header, DateOnly asAt, List<PlannedRow> rows, Dictionary<int, RollProblem> problems)
    {
        var told = new Dictionary<RowKey, (int First, RowKey Content, bool Differ)>();
        foreach (var row in rows.Where(row => row.Kind == PlannedKind.Valid))
            told[row.Key] = told.TryGetValue(row.Key, out var first) ? (first.First, first.Content, first.Differ || first.Content != row.Content) : (row.Line, row.Content, false);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Kind != PlannedKind.Valid) continue;
            var (first, _, differ) = told[rows[i].Key];
            if (differ) problems[rows[i].Line] = RollProblem.Repeated;
            if (differ || rows[i].Line != first) rows[i] = rows[i] with { Kind = differ ? PlannedKind.Rejected : PlannedKind.Repeat };
        }

        return new RollPlan
        {
            Encoding = encoding,
            Header = header,
            AsAt = asAt,
            Rows = [.. rows.OrderBy(Rank).ThenBy(row => row.Kind == PlannedKind.Valid ? row.Key : default).ThenBy(row => row.Line)],
            Problems = problems,
            About = rows.Where(row => row.Key != default).Select(row => row.Key).ToHashSet(),
            HasUntold = rows.Any(row => row.Key == default),
        };
    }

    private static int Rank(PlannedRow row) => row.Kind == PlannedKind.Valid ? (row.HasUpn ? 0 : 1) : 2;

    private PlannedRow Valid(Guid source, ByteLine line, RollRow row) => new(
        line.Number, line.Offset, line.Bytes.Length, keys.Of(source, row), keys.OfContent(source, row), row.FormerUpn is { } former ? keys.OfUpn(source, former) : default,
        keys.OfName(source, row), row.Upn is not null, PlannedKind.Valid);

    private PlannedRow Rejected(Guid source, ByteLine line, string? upn) => new(
        line.Number, line.Offset, line.Bytes.Length, upn is null ? default : keys.OfUpn(source, upn), default, default, default, upn is not null, PlannedKind.Rejected);
}
