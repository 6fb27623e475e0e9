using System.Globalization;
using System.Text;

namespace ContactPoint.Tool.Generate;

/// <summary>A comma-separated file: UTF-8 without mark, line feeds, the same bytes on every machine.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int Buffer = 1 << 16;
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\n\r");
    private readonly StreamWriter writer;

    public CsvFile(string folder, string name, string header)
    {
        Name = name;
        writer = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffer) { NewLine = "\n" };
        writer.WriteLine(header);
    }

    public string Name { get; }

    public long Rows { get; private set; }

    public void Write(params ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0) writer.Write(',');
            Write(values[i]);
        }

        writer.WriteLine();
        Rows++;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day is { } known ? Day(known) : null;

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string? Sex(bool? isGirl) => isGirl switch { true => "F", false => "M", null => null };

#pragma warning disable CA1308 // The layouts ask for lower case.
    public static string? Lower(string? name) => name?.ToLowerInvariant();
#pragma warning restore CA1308

    public void Dispose() => writer.Dispose();

    private void Write(string? value)
    {
        if (value is null) return;
        if (value.AsSpan().ContainsAny(Special)) writer.Write($"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        else writer.Write(value);
    }
}
