using System.Globalization;
using System.Text;
using ContactPoint.Matching.Identifiers;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>A row of a roll as a school's office types it. All children are invented.</summary>
public sealed record Pupil
{
    private const string Header =
        "UPN,FormerUPN,Surname,Forename,MiddleNames,PreferredForename,FormerSurname,Gender,DOB,AddressLine1,Town,Postcode,EntryDate,LeavingDate,"
        + "Contact1Surname,Contact1Forename,Contact1Relationship,Contact1ParentalResponsibility,Contact1LivesWithPupil,Contact1Phone";

    public string? Upn { get; init; }

    public string? FormerUpn { get; init; }

    public string Surname { get; init; } = "Osborne";

    public string Forename { get; init; } = "Jayden";

    public string? Middle { get; init; }

    public string? Known { get; init; }

    public string? FormerSurname { get; init; }

    public string? Gender { get; init; } = "M";

    public string Born { get; init; } = "14/03/2015";

    public string? Line1 { get; init; } = "14 Quillfeather Lane";

    public string? Postcode { get; init; } = "M6 5AA";

    public string? Entry { get; init; } = "02/09/2019";

    public string? Leaving { get; init; }

    public string? Carer { get; init; }

    /// <summary>The pupil with this number: names, date and address all follow from it and are like no other's.</summary>
    public static Pupil Number(int number)
    {
        string[] families = ["Ashdown", "Birkett", "Calloway", "Dunmore", "Eastbrook", "Farrant", "Garside", "Hesketh", "Ingleby", "Jessop", "Kirkham", "Lockwood"];
        string[] givens = ["Ada", "Bruno", "Cleo", "Dylan", "Esme", "Felix", "Greta", "Hugo", "Isla", "Jonah", "Kezia", "Leo", "Mabel"];
        var born = new DateOnly(2011, 1, 1).AddDays(number * 37 % 2900);
        return new Pupil
        {
            Upn = UpnOf(number),
            Surname = families[number % families.Length] + Tail(number),
            Forename = givens[number % givens.Length],
            Gender = number % 2 == 0 ? "F" : "M",
            Born = born.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            Line1 = $"{number % 90 + 1} Lantern Row",
            Postcode = $"M{number % 40 + 1} {number % 9 + 1}{(char)('A' + number % 2)}{"DEFGHJLN"[number % 8]}",
            Entry = "04/09/2023",
        };
    }

    public static string UpnOf(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"355{number % 10000:0000}{23:00}{number % 1000:000}");
        return Matching.Identifiers.Upn.CheckLetter(body) + body;
    }

    public static byte[] File(params IEnumerable<Pupil> pupils) => Encoding.UTF8.GetBytes(Text(pupils));

    public static string Text(params IEnumerable<Pupil> pupils) => string.Concat(pupils.Select(pupil => pupil.Line() + "\r\n").Prepend(Header + "\r\n"));

    public string Line() => string.Join(',', new[]
    {
        Upn, FormerUpn, Surname, Forename, Middle, Known, FormerSurname, Gender, Born, Line1, Line1 is null ? null : "Salford", Postcode, Entry, Leaving,
        Carer, Carer is null ? null : "Philippa", Carer is null ? null : "Mother", Carer is null ? null : "Y", Carer is null ? null : "Y", Carer is null ? null : "07700 900123",
    }.Select(cell => cell is null ? string.Empty : cell.AsSpan().ContainsAny(",\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell));

    private static string Tail(int number) => number < 12 ? string.Empty : string.Concat((number / 12).ToString(CultureInfo.InvariantCulture).Select(digit => "aeioukmrst"[digit - '0']));
}
