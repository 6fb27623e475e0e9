using System.Text;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Checks a whole file of a source and plans its rows. Holds some 60 bytes a row; changes nothing.</summary>
internal sealed class FileCheck(RowKeys keys)
{
    public async Task<Result<FilePlan>> RunAsync(FileForm form, Guid source, DateOnly asAt, IFeedContent content, CancellationToken cancellation = default)
    {
        var encoding = await FileEncoding.DetectAsync(content, form.Encoding, cancellation);
        if (!encoding.Succeeded) return encoding.Error;

        FileHeader? header = null;
        Func<ByteLine, string?, (PlannedRow Row, RowProblem? Problem)>? read = null;
        var rows = new List<PlannedRow>();
        var problems = new Dictionary<int, RowProblem>();
        await foreach (var line in ByteLines.ReadAsync(content, cancellation))
        {
            var text = line.IsTooLong ? null : FileEncoding.Decode(encoding.Value, line.Bytes.Span, line.Number == 1);
            if (header is null)
            {
                if (text is null) return FileErrors.HeaderLine;
                if (string.IsNullOrWhiteSpace(text)) continue;
                var first = FileHeader.Read(text, form);
                if (!first.Succeeded) return first.Error;
                header = first.Value;
                read = form.IsRegister ? OfBodies(header) : OfChildren(header, source, asAt);
                continue;
            }

            if (!line.IsTooLong && text is not null && text.AsSpan().Trim(" \t,;|").IsEmpty) continue;
            if (rows.Count == FileLimits.Rows) return FileErrors.TooManyRows;
            var (row, problem) = read!(line, text);
            if (!line.IsEnded && problem is not null && (line.IsTooLong || problem.Code is "row.columns" or "row.quotes")) return FileErrors.CutOff;
            if (row.Kind == PlannedKind.Rejected) problems[row.Line] = line.IsTooLong ? RowProblem.TooLong : problem!;
            rows.Add(row);
        }

        if (header is null) return FileErrors.Empty;
        return rows.Count == 0 ? FileErrors.NoRows : Plan(encoding.Value, header, asAt, rows, problems);
    }

    /// <summary>A first look at the beginning of a file, so that what is no file of its format is not received whole.</summary>
    /// <param name="beginning">The first bytes; the whole file when it is short.</param>
    /// <param name="form">How it is read.</param>
    /// <returns>Why it is refused; null when it may be one.</returns>
    public static Error? Glance(ReadOnlySpan<byte> beginning, FileForm form)
    {
        if (FileEncoding.IsBinary(beginning)) return FileErrors.Utf16;
        var text = beginning.TrimStart("\uFEFF\r\n \t"u8);
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0 && text.Length <= FileLimits.RowBytes) return null;
        if (end is < 0 or > FileLimits.RowBytes) return FileErrors.HeaderLine;
        return FileHeader.Read(Encoding.Latin1.GetString(text[..end]), form).Error;
    }

    private static FilePlan Plan(Encoding encoding, FileHeader header, DateOnly asAt, List<PlannedRow> rows, Dictionary<int, RowProblem> problems)
    {
        var told = new Dictionary<RowKey, (int First, RowKey Content, bool Differ)>();
        foreach (var row in rows.Where(row => row.Kind == PlannedKind.Valid))
            told[row.Key] = told.TryGetValue(row.Key, out var first) ? (first.First, first.Content, first.Differ || first.Content != row.Content) : (row.Line, row.Content, false);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Kind != PlannedKind.Valid) continue;
            var (first, _, differ) = told[rows[i].Key];
            if (differ) problems[rows[i].Line] = header.Form.IsRegister ? RowProblem.RepeatedBody : RowProblem.Repeated;
            if (differ || rows[i].Line != first) rows[i] = rows[i] with { Kind = differ ? PlannedKind.Rejected : PlannedKind.Repeat };
        }

        return new FilePlan
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

    private Func<ByteLine, string?, (PlannedRow, RowProblem?)> OfChildren(FileHeader header, Guid source, DateOnly asAt)
    {
        var reader = new RowReader(header, asAt);
        return (line, text) => reader.Read(line.Number, text, out var upn, out var problem) is { } row
            ? (Valid(source, line, row), problem)
            : (Rejected(source, reader.Line, line, upn), problem);
    }

    private Func<ByteLine, string?, (PlannedRow, RowProblem?)> OfBodies(FileHeader header)
    {
        var (reader, format) = (new RegisterReader(header), header.Form.Format.Key);
        return (line, text) =>
        {
            var row = reader.Read(line.Number, text, out var number, out var problem);
            var key = number is null ? default : keys.OfBody(format, number);
            return row is null
                ? (new PlannedRow(line.Number, line.Offset, line.Bytes.Length, key, default, default, default, true, PlannedKind.Rejected), problem)
                : (new PlannedRow(line.Number, line.Offset, line.Bytes.Length, key, keys.OfContent(format, row), default, default, true, PlannedKind.Valid), null);
        };
    }

    private PlannedRow Valid(Guid source, ByteLine line, FeedRow row) => new(
        row.Line, line.Offset, line.Bytes.Length, keys.Of(source, row), keys.OfContent(source, row), row.FormerUpn is { } former ? keys.OfUpn(source, former) : default,
        keys.OfName(source, row), row.Upn is not null, PlannedKind.Valid);

    private PlannedRow Rejected(Guid source, int number, ByteLine line, string? upn) => new(
        number, line.Offset, line.Bytes.Length, upn is null ? default : keys.OfUpn(source, upn), default, default, default, upn is not null, PlannedKind.Rejected);
}
