using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Which column stands where.</summary>
internal sealed class FileHeader
{
    private readonly Dictionary<FeedField, int> places;

    private FileHeader(FileForm form, Dictionary<FeedField, int> places, int width)
    {
        Form = form;
        this.places = places;
        Width = width;
    }

    /// <summary>How the file is read.</summary>
    public FileForm Form { get; }

    /// <summary>Columns of the file, those passed over too.</summary>
    public int Width { get; }

    /// <summary>Reads the first line.</summary>
    /// <param name="line">The line as text.</param>
    /// <param name="form">How the file is read.</param>
    public static Result<FileHeader> Read(string line, FileForm form)
    {
        var names = new List<string>();
        if (CsvLine.Split(line, form.Separator, names, form.MostColumns) is { } problem)
            return problem == CsvFault.TooManyFields ? FileErrors.TooManyColumns(form.MostColumns) : FileErrors.HeaderLine;
        if (names.Count == 1 && line.AsSpan().ContainsAny(",;\t")) return form.Separator == ',' ? FileErrors.Separator : FileErrors.SeparatorOf(form.Separator);

        var places = new Dictionary<FeedField, int>();
        for (var i = 0; i < names.Count; i++)
        {
            if (!form.TryFind(names[i], out var field)) continue;
            if (!places.TryAdd(field, i)) return FileErrors.DuplicateHeader(form.NameOf(field));
        }

        var missing = form.Format.Needed.Where(field => !places.ContainsKey(field)).Select(form.HeadingOf).ToList();
        return missing.Count > 0 ? FileErrors.MissingHeaders(missing, form.Profile) : new FileHeader(form, places, names.Count);
    }

    /// <summary>Splits a row into as many values as there are columns, or says why it cannot be.</summary>
    /// <param name="text">The row; null when it could not be decoded.</param>
    /// <param name="fields">Takes the values.</param>
    public RowProblem? Split(string? text, List<string> fields) => text is null ? RowProblem.Characters : CsvLine.Split(text, Form.Separator, fields, Form.MostColumns) switch
    {
        CsvFault.Quotes => RowProblem.Quotes,
        CsvFault.TooManyFields => RowProblem.ColumnCount(Form.MostColumns + 1, Width),
        _ => fields.Count == Width ? null : RowProblem.ColumnCount(fields.Count, Width),
    };

    /// <summary>The value of a column, trimmed; null when blank or when the file has no such column.</summary>
    public string? Value(IReadOnlyList<string> fields, FeedField field) => places.TryGetValue(field, out var place) && fields[place].Length > 0 ? Form.Ours(field, fields[place]) : null;
}
