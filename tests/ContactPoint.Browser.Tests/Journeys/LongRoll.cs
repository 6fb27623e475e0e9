using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>Another school's file as another system exports it: so many pupils that somebody can leave the page while it is applied.</summary>
internal static class LongRoll
{
    public const int Pupils = 900;
    public const string Profile = "Bellwether pupil list (tab)";

    private const string Header = "Legal Surname\tLegal First Name\tSex\tDate of Birth\tHouse and Street\tPost Town\tPost Code\tAdmitted";

    // Far apart in spelling and sound, so that no two pupils are taken for one, nor for a child of the demo.
    private static readonly string[] Beginnings = ["Abbers", "Blenk", "Cholm", "Drux", "Eskel", "Fenwr", "Gathel", "Hobbis", "Illing", "Jellic"];
    private static readonly string[] Ends = ["cough", "insop", "ondley", "ward", "thorpe", "ighty", "stone", "berry", "quill", "mere"];
    private static readonly string[] Forenames = ["Agatha", "Barnaby", "Cordelia", "Dashiell", "Euphemia", "Fergus", "Gwendolen", "Horatio", "Isolde"];

    public static FilePayload File(DateOnly today) => new() { Name = "bellwether.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Text(today)) };

    private static string Text(DateOnly today)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        for (var number = 0; number < Pupils; number++)
        {
            var surname = Beginnings[number % Beginnings.Length] + Ends[number / Beginnings.Length % Ends.Length];
            text.AppendJoin('\t', surname, Forenames[number / 100], number % 2 == 0 ? "Female" : "Male", Day(today.AddYears(-10).AddDays(number)),
                $"{number + 1} Export Street", "Salford", $"M5 {number % 10}ZX", Day(today.AddDays(-60))).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture);
}
