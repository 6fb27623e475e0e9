using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>The same pupils as a school's system writes them as XML.</summary>
internal static class XmlRoll
{
    public const string Namespace = "urn:contactpoint:school-roll:1";

    public static byte[] File(params IEnumerable<Pupil> pupils) => Encoding.UTF8.GetBytes(Text(pupils));

    /// <summary>A file around records: the first stands in line 4, and each in a line of its own.</summary>
    public static string Around(params IEnumerable<string> records) =>
        $"<SchoolRoll xmlns=\"{Namespace}\">\n<Header><SourceURN>105901</SourceURN><AsAt>2026-11-23</AsAt></Header>\n<Pupils>\n{string.Concat(records.Select(record => record + "\n"))}</Pupils></SchoolRoll>\n";

    public static string Text(params IEnumerable<Pupil> pupils) => Around(pupils.Select(Record));

    public static string Record(Pupil pupil) => new XElement("Pupil",
        Leaf("UPN", pupil.Upn), Leaf("FormerUPN", pupil.FormerUpn), Leaf("Surname", pupil.Surname), Leaf("Forename", pupil.Forename), Leaf("MiddleNames", pupil.Middle),
        Leaf("PreferredForename", pupil.Known), Leaf("FormerSurname", pupil.FormerSurname), Leaf("Gender", pupil.Gender), Leaf("DOB", Day(pupil.Born)),
        Leaf("EntryDate", Day(pupil.Entry)), Leaf("LeavingDate", Day(pupil.Leaving)),
        new XElement("Address", Leaf("Line1", pupil.Line1), Leaf("Town", pupil.Line1 is null ? null : "Salford"), Leaf("Postcode", pupil.Postcode)),
        pupil.Carer is null ? null : new XElement("Contacts", new XElement("Contact",
            Leaf("Surname", pupil.Carer), Leaf("Forename", "Philippa"), Leaf("Relationship", "Mother"), Leaf("ParentalResponsibility", "Y"), Leaf("LivesWithPupil", "Y"), Leaf("Phone", "07700 900123"))))
        .ToString(SaveOptions.DisableFormatting);

    private static XElement? Leaf(string name, string? value) => value is null ? null : new XElement(name, value);

    private static string? Day(string? value) =>
        DateOnly.TryParseExact(value, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;
}
