using System.Globalization;
using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;

namespace ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;

/// <summary>The steps of a verdict in words. Codes never change their meaning, so a verdict of an older model reads as it was meant.</summary>
internal static class EvidenceWords
{
    private static readonly Dictionary<string, (string About, string How)> ByCode = Enum.GetValues<MatchField>()
        .SelectMany(field => Enumerable.Range(0, Levels(field)).Select(level => (Code: Reasons.Code(field, (byte)level), Words: (About(field), Reasons.Text(field, (byte)level)))))
        .DistinctBy(step => step.Code).ToDictionary(step => step.Code, step => step.Words, StringComparer.Ordinal);

    /// <summary>One step, as <c>given.one-off +4.2</c> is kept.</summary>
    public static EvidenceStep Of(string step)
    {
        var (code, bits) = step.Split(' ') is [var first, var second] ? (first, double.Parse(second, CultureInfo.InvariantCulture)) : (step, 0);
        var (about, how) = ByCode.GetValueOrDefault(code, (code, code));
        return new EvidenceStep(about, how, bits);
    }

    private static string About(MatchField field) => field switch
    {
        MatchField.Family => "Family name",
        MatchField.Given => "Given name",
        MatchField.Middle => "Middle name",
        MatchField.DateOfBirth => "Date of birth",
        MatchField.Age => "Age",
        MatchField.Gender => "Gender",
        MatchField.Postcode => "Postcode",
        MatchField.Identifier => "Pupil number",
        MatchField.NameOrder => "Order of names",
        _ => "Household",
    };

    private static int Levels(MatchField field) => field switch
    {
        MatchField.Family or MatchField.Given or MatchField.Middle => Enum.GetValues<NameLevel>().Length,
        MatchField.DateOfBirth => Enum.GetValues<DateLevel>().Length,
        MatchField.Age => Enum.GetValues<AgeLevel>().Length,
        MatchField.Gender => Enum.GetValues<GenderLevel>().Length,
        MatchField.Postcode => Enum.GetValues<PostcodeLevel>().Length,
        MatchField.Identifier => Enum.GetValues<IdentifierLevel>().Length,
        MatchField.NameOrder => Enum.GetValues<NameOrder>().Length,
        _ => 2,
    };
}
