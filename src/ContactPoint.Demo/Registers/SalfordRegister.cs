using System.Globalization;
using System.Text;
using ContactPoint.Demo.Country;
using ContactPoint.Demo.Families;

namespace ContactPoint.Demo.Registers;

/// <summary>A register to try the feeds with: Salford's schools with the slips of the national file, two new places, one that closed, rows that are refused.</summary>
internal static class SalfordRegister
{
    private const string Header =
        "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),"
        + "StatutoryLowAge,StatutoryHighAge,Boarders (name),UKPRN,Street,Locality,Address3,Town,County (name),Postcode,SchoolWebsite,TelephoneNum,HeadTitle (name),HeadFirstName,HeadLastName";

    /// <summary>The file in Windows-1252, as it is published.</summary>
    public static byte[] Write(Population population, DateOnly today)
    {
        var salford = population.Country.Salford;
        var lines = salford.Schools.Select(school => Of(salford, school)).ToList();
        Slip(lines, today);
        lines.AddRange(New(salford, today));
        lines.AddRange(Refused(population, salford));
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var line in lines) text.AppendJoin(',', line.Cells().Select(Quoted)).Append("\r\n");
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text.ToString());
    }

    private static EstablishmentLine Of(Locality locality, DemoSchool school) => new()
    {
        Urn = school.Organisation.RegisterCode,
        Authority = locality.Authority.Code.Value,
        AuthorityName = locality.Authority.Name,
        Name = school.Organisation.Name,
        Phase = school.ToAge > 11 ? "Secondary" : "Primary",
        Town = locality.Authority.Name,
        Postcode = "M6 5AA",
        // As the file has them: digits alone, without the nought.
        Phone = Digits(school.Organisation.Phone).TrimStart('0'),
    };

    // By place in the list, so that the file stays the same for a seed. The first is St Luke's.
    private static void Slip(List<EstablishmentLine> lines, DateOnly today)
    {
        lines[0] = lines[0] with { Name = lines[0].Name.Replace('\'', '’'), Street = "14 Quillfeather Lane" };
        lines[1] = lines[1] with { Postcode = null, Street = "The \"Old\" Mill, Kersal Bank" };
        lines[2] = lines[2] with { Name = lines[2].Name + " and Crèche" };
        lines[^1] = lines[^1] with { Status = "Closed", Closed = Day(today.AddDays(-30)) };
    }

    private static IEnumerable<EstablishmentLine> New(Locality salford, DateOnly today)
    {
        var place = Of(salford, salford.Schools[0]) with { Phone = "1614960777" };
        yield return place with { Urn = "990901", Name = "Lantern Quay Free School", Opened = Day(today.AddYears(-1)) };
        yield return place with { Urn = "990902", Name = "École Élémentaire de Quayside", Status = "Proposed to open", Opened = Day(today.AddDays(120)) };
    }

    private static IEnumerable<EstablishmentLine> Refused(Population population, Locality salford)
    {
        var place = Of(salford, salford.Schools[0]) with { Name = "Hollin Bank Primary School" };
        yield return place with { Urn = null };
        yield return place with { Urn = "990911", Authority = "909", AuthorityName = "Cumbria" };
        yield return place with { Urn = "990912", Opened = "31-02-2011" };
        yield return place with { Urn = "990913", Name = "Hollin Bank Infants" };
        yield return place with { Urn = "990913", Name = "Hollin Bank Juniors" };
        yield return place with { Urn = "990914", Street = "Quillfeather Lane\r\nKersal" };
        foreach (var other in population.Country.Localities.Skip(1).Take(1)) yield return Of(other, other.Schools[0]);
    }

    private static string Day(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string Digits(string? phone) => string.Concat((phone ?? string.Empty).Where(char.IsAsciiDigit));

    private static string Quoted(string? cell) =>
        cell is null ? string.Empty : cell.AsSpan().IndexOfAny(",\"\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
