using System.Text;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>What keeps a line from being split into fields.</summary>
internal enum CsvFault
{
    /// <summary>A mark is not closed, or stands where it may not.</summary>
    Quotes = 1,

    /// <summary>More fields than any file may have.</summary>
    TooManyFields = 2,
}

/// <summary>Splits one line of separated values (RFC 4180, without line breaks inside values).</summary>
/// <remarks>
/// Where values may span lines, one unclosed mark takes the rows after it along. Here a line is bounded before it is split, and a
/// broken row costs that row alone (FED-4).
/// </remarks>
internal static class CsvLine
{
    /// <summary>Splits a line; fields come out trimmed.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="fields">Takes the fields.</param>
    /// <param name="most">The most fields.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static CsvFault? Split(string line, char separator, List<string> fields, int most)
    {
        fields.Clear();
        for (var at = 0; ;)
        {
            if (fields.Count == most) return CsvFault.TooManyFields;
            if (at < line.Length && line[at] == '"')
            {
                if (Quoted(line, separator, ref at) is not { } value) return CsvFault.Quotes;
                fields.Add(value.Trim());
            }
            else
            {
                var end = line.IndexOf(separator, at);
                var value = end < 0 ? line[at..] : line[at..end];
                if (value.Contains('"', StringComparison.Ordinal)) return CsvFault.Quotes;
                fields.Add(value.Trim());
                at = end < 0 ? line.Length : end;
            }

            if (at == line.Length) return null;
            at++;
        }
    }

    private static string? Quoted(string line, char separator, ref int at)
    {
        var value = new StringBuilder();
        for (var from = at + 1; ;)
        {
            var mark = line.IndexOf('"', from);
            if (mark < 0) return null;
            value.Append(line, from, mark - from);
            at = mark + 1;
            if (at == line.Length || line[at] == separator) return value.ToString();
            if (line[at] != '"') return null;
            value.Append('"');
            from = at + 1;
        }
    }
}
