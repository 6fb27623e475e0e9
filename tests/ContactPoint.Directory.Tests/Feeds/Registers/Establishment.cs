using System.Globalization;
using System.Text;

namespace ContactPoint.Directory.Tests.Feeds.Registers;

/// <summary>A row of the register as the department publishes it, among 150 columns. All places are invented.</summary>
public sealed record Establishment
{
    private const int Before = 40;
    private const int After = 97;

    public static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Header { get; } = string.Join(',', (string[])
    [
        "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName", .. Filler("Before", Before), "EstablishmentStatus (name)", "OpenDate", "CloseDate",
        .. Filler("After", After), "Street", "Locality", "Address3", "Town", "County (name)", "Postcode", "TelephoneNum",
    ]);

    public string Urn { get; init; } = "105901";

    public string Authority { get; init; } = "355";

    public string Name { get; init; } = "Lantern Street Primary School";

    public string Status { get; init; } = "Open";

    public string Opened { get; init; } = "01-09-1998";

    public string Closed { get; init; } = "";

    public string Street { get; init; } = "14 Quillfeather Lane";

    public string Locality { get; init; } = "Kersal";

    public string Town { get; init; } = "Salford";

    public string Postcode { get; init; } = "M6 5AA";

    public string Phone { get; init; } = "1614960001";

    public static Establishment Number(int number) => new()
    {
        Urn = (120_000 + number).ToString(CultureInfo.InvariantCulture),
        Name = $"School {number}",
        Street = $"{number} Lantern Row",
        Phone = (1_614_960_000 + number).ToString(CultureInfo.InvariantCulture),
    };

    public static string Text(params IEnumerable<Establishment> rows) => string.Concat(rows.Select(row => row.Line() + "\r\n").Prepend(Header + "\r\n"));

    public static byte[] File(params IEnumerable<Establishment> rows) => Windows.GetBytes(Text(rows));

    public string Line() => string.Join(',', ((string[])
    [
        Urn, Authority, "Salford", "2001", Name, .. Filler("", Before), Status, Opened, Closed, .. Filler("", After),
        Street, Locality, "", Town, "Greater Manchester", Postcode, Phone,
    ]).Select(cell => cell.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell));

    private static IEnumerable<string> Filler(string name, int count) => Enumerable.Range(1, count).Select(place => name.Length == 0 ? "x" : $"{name}{place} (name)");
}
