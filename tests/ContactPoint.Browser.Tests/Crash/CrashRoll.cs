using System.Globalization;
using System.Text;
using ContactPoint.Matching.Identifiers;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>Editions of one school's roll: the same pupils, each time at another address and telephone, a tenth of them missing in turn.</summary>
internal static class CrashRoll
{
    public const int Pupils = 400;

    private const string Header =
        "UPN,Surname,Forename,Gender,DOB,AddressLine1,Town,Postcode,EntryDate,Contact1Surname,Contact1Forename,Contact1Relationship,Contact1ParentalResponsibility,Contact1LivesWithPupil,Contact1Phone";

    // Far apart in spelling and sound, so that no two pupils are taken for one.
    private static readonly string[] Surnames =
        ["Abernathy", "Blenkinsop", "Cholmondeley", "Drinkwater", "Entwistle", "Featherstone", "Gathercole", "Hollingshead", "Illingworth", "Jellicoe",
         "Kettlewell", "Lovelace", "Micklethwaite", "Nettleship", "Oglethorpe", "Pickersgill", "Quartermain", "Ravenscroft", "Shuttleworth", "Thistlewood"];

    private static readonly string[] Forenames =
        ["Agatha", "Barnaby", "Cordelia", "Dashiell", "Euphemia", "Fergus", "Gwendolen", "Horatio", "Isolde", "Jocelyn",
         "Kenelm", "Lavinia", "Montague", "Nerissa", "Octavian", "Philippa", "Quentin", "Rosalind", "Sebastian", "Theodora"];

    public static string FileName(int edition) => $"roll-{edition}.csv";

    public static RollPupil Pupil(int number) => new(
        Number(string.Create(CultureInfo.InvariantCulture, $"3559955{20 + (number / 1_000):D2}{number % 1_000:D3}")),
        Surnames[number % Surnames.Length], Forenames[number / Surnames.Length % Forenames.Length], new DateOnly(2015, 9, 1).AddDays(number * 3));

    /// <summary>Writes the editions 1 to <paramref name="count"/>.</summary>
    public static async Task WriteAsync(string folder, int count, DateOnly asAt)
    {
        for (var edition = 1; edition <= count; edition++)
            await File.WriteAllTextAsync(Path.Combine(folder, FileName(edition)), Text(edition, asAt));
    }

    private static string Text(int edition, DateOnly asAt)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        for (var number = 0; number < Pupils; number++)
        {
            if ((number + edition) % 10 == 0) continue;
            var pupil = Pupil(number);
            text.AppendJoin(',', pupil.Upn, pupil.Surname, pupil.Forename, number % 2 == 0 ? "F" : "M", Day(pupil.Birth),
                $"{number + 1} Edition {edition} Street", "Salford", $"M6 {number % 10}AA", Day(asAt.AddDays(-30)),
                pupil.Surname, "Pat", "Mother", "Y", "Y", string.Create(CultureInfo.InvariantCulture, $"07700 9{edition:D2}{number:D3}")).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Number(string body) => Upn.CheckLetter(body) + body;

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>A pupil of the roll.</summary>
internal sealed record RollPupil(string Upn, string Surname, string Forename, DateOnly Birth);
