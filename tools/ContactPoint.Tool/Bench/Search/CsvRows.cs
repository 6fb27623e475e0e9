using System.Text;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>The records of a CSV file after its heading, read as they come. Quotes, doubled quotes and line breaks in quotes are understood (RFC 4180).</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly StreamReader reader;
    private readonly StringBuilder field = new();
    private readonly List<string> fields = [];
    private readonly Dictionary<string, int> columns;

    public CsvRows(string file, params ReadOnlySpan<string> needed)
    {
        reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 20);
        Read();
        columns = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < fields.Count; i++) columns.TryAdd(fields[i].Trim('\uFEFF', ' '), i);
        foreach (var name in needed)
            if (!columns.ContainsKey(name)) throw new InvalidDataException($"{file} has no column '{name}'.");
    }

    /// <summary>A field of the record by its heading, trimmed; empty where there is no such column or the record is short.</summary>
    public string this[string heading] => columns.TryGetValue(heading, out var i) && i < fields.Count ? fields[i] : string.Empty;

    /// <summary>Goes to the next record that has anything in it.</summary>
    public bool Next()
    {
        while (Read())
        {
            if (fields.Count > 1 || fields[0].Length > 0) return true;
        }

        return false;
    }

    public void Dispose() => reader.Dispose();

    private bool Read()
    {
        fields.Clear();
        if (reader.ReadLine() is not { } line) return false;
        if (line.Contains('"', StringComparison.Ordinal))
        {
            ReadQuoted(line);
            return true;
        }

        foreach (var part in line.AsSpan().Split(',')) fields.Add(line.AsSpan()[part].Trim().ToString());
        return true;
    }

    private void ReadQuoted(string line)
    {
        var quoted = false;
        field.Clear();
        for (var i = 0; ; i++)
        {
            if (i == line.Length)
            {
                if (!quoted || reader.ReadLine() is not { } more) break;
                field.Append(' ');
                (line, i) = (more, -1);
            }
            else if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[++i]);
            }
            else if (line[i] == '"' && (quoted || field.Length == 0))
            {
                // A quote inside a field that did not begin with one is a letter like any other.
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                Close();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        Close();
    }

    private void Close()
    {
        fields.Add(field.ToString().Trim());
        field.Clear();
    }
}
