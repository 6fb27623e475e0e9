using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.SchoolRoll;

/// <summary>Which column stands where.</summary>
internal sealed class RollHeader
{
    private static readonly RollColumn[] Required = [RollColumn.Surname, RollColumn.Forename, RollColumn.DOB];

    private readonly int[] places;

    private RollHeader(int[] places, int width)
    {
        this.places = places;
        Width = width;
    }

    /// <summary>Columns of the file, those passed over too.</summary>
    public int Width { get; }

    /// <summary>Reads the first line.</summary>
    /// <param name="line">The line as text.</param>
    public static Result<RollHeader> Read(string line)
    {
        var names = new List<string>();
        if (CsvLine.Split(line, names) is { } problem) return problem == CsvFault.TooManyFields ? RollFileErrors.TooManyColumns : RollFileErrors.HeaderLine;
        if (names.Count == 1 && (line.Contains(';', StringComparison.Ordinal) || line.Contains('\t', StringComparison.Ordinal))) return RollFileErrors.Separator;

        var places = new int[RollColumns.Count];
        Array.Fill(places, -1);
        for (var i = 0; i < names.Count; i++)
        {
            if (!RollColumns.TryFind(names[i], out var column)) continue;
            if (places[(int)column] >= 0) return RollFileErrors.DuplicateHeader(column.ToString());
            places[(int)column] = i;
        }

        var missing = Required.Where(column => places[(int)column] < 0).Select(column => column.ToString()).ToList();
        return missing.Count > 0 ? RollFileErrors.MissingHeaders(missing) : new RollHeader(places, names.Count);
    }

    /// <summary>The value of a column, trimmed; null when blank or when the file has no such column.</summary>
    public string? Value(IReadOnlyList<string> fields, RollColumn column)
    {
        var place = places[(int)column];
        return place < 0 || fields[place].Length == 0 ? null : fields[place];
    }
}
