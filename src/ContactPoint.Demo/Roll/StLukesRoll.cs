using System.Text;
using ContactPoint.Demo.Families;
using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Roll;

/// <summary>A school roll to try the feeds with: St Luke's pupils with the slips that real files have, joiners, leavers, one wrong number, one row that a steward must decide.</summary>
internal static class StLukesRoll
{
    private const string Header =
        "UPN,Surname,Forename,MiddleNames,KnownAs,Gender,DOB,AddressLine1,Town,Postcode,EntryDate,LeavingDate,"
        + "Contact1Surname,Contact1Forename,Contact1Relationship,Contact1ParentalResponsibility,Contact1LivesWithPupil,Contact1Phone";

    /// <summary>The file as UTF-8 with a byte order mark, as a spreadsheet writes it.</summary>
    public static byte[] Write(Population population, DateOnly today)
    {
        var school = population.Country.Salford.Schools[0];
        var lines = population.Children.Where(child => child.School == school).Select(RollLine.Of).ToList();
        Slip(lines, today);
        lines.AddRange(Joiners(population, today));
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var line in lines) text.AppendJoin(',', line.Cells().Select(Quoted)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // By place in the list, so that the file stays the same for a seed. The story's two children come first and stay right.
    private static void Slip(List<RollLine> lines, DateOnly today)
    {
        Change(lines, 3, line => line with { Surname = line.Surname.ToUpperInvariant() });
        Change(lines, 5, line => line with { Surname = Doubled(line.Surname) });
        Change(lines, 7, line => line with { Upn = null });
        Change(lines, 9, line => line with { Upn = WrongLetter(line.Upn) });
        Change(lines, 11, line => line with { Address = line.Address is { } at ? at with { Lines = ["27 Kersal Bank"], Postcode = "M7 3QD" } : null });
        Change(lines, 13, line => line with { Leaving = today.AddDays(-10) });
        Change(lines, 15, line => line with { Forename = line.Known ?? line.Forename, Middle = null });
        Change(lines, 17, line => line with { Contact = line.Contact! with { Phone = "07700 900999" } });
        Change(lines, 19, line => line with { Address = line.Address is { } at ? at with { Postcode = "M6 8O" } : new Address([], null, "M6 8O") });
    }

    private static IEnumerable<RollLine> Joiners(Population population, DateOnly today)
    {
        var entry = today.AddDays(-20);
        var other = population.Country.Salford.Schools[1];
        if (population.Children.FirstOrDefault(child => child.School == other) is { } mover) yield return RollLine.Of(mover) with { Entry = entry };
        if (population.Children.FirstOrDefault(child => child.Key == StoryNewcomer.Key) is { } newcomer) yield return Misspelt(newcomer, entry);
        yield return new RollLine
        {
            Upn = Number("355990299001"),
            Surname = "Fairclough",
            Forename = "Ottoline",
            Gender = Gender.Female,
            Birth = today.AddYears(-6).AddDays(-41),
            Entry = entry,
            Address = new Address(["8 Langley Mews"], "Salford", "M6 9XT"),
        };
        yield return new RollLine
        {
            Upn = Number("355990299002"),
            Surname = "Adeyemi-Brook",
            Forename = "Kolade",
            Gender = Gender.Male,
            Birth = today.AddYears(-9).AddDays(-133),
            Entry = entry,
            Address = new Address(["51 Priory Way"], "Salford", "M5 7ZL"),
        };
    }

    // The office did not ask the school before for her number, and gave her one: the directory cannot tell by itself that it is the same girl.
    private static RollLine Misspelt(ChildPlan newcomer, DateOnly entry) => RollLine.Of(newcomer) with
    {
        Upn = Number("355990226001"),
        Forename = "Tamzin",
        Address = new Address(["9 Langley Mews"], "Salford", "M6 9XT"),
        Entry = entry,
    };

    private static void Change(List<RollLine> lines, int place, Func<RollLine, RollLine> change)
    {
        if (place < lines.Count) lines[place] = change(lines[place]);
    }

    private static string Doubled(string surname) => surname.Insert(surname.Length / 2, surname[surname.Length / 2].ToString().ToLowerInvariant());

    private static string? WrongLetter(string? upn) => upn is null ? null : (upn[0] == 'A' ? 'B' : 'A') + upn[1..];

    private static string Number(string body) => ContactPoint.Matching.Identifiers.Upn.CheckLetter(body) + body;

    private static string Quoted(string? cell) =>
        cell is null ? string.Empty : cell.AsSpan().IndexOfAny(',', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
