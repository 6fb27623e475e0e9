using System.Globalization;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Shell.Layout;

/// <summary>Names as lists and headings write them: family name first, in capitals, so that the two are never mixed up.</summary>
internal static class Naming
{
    /// <summary>OSBORNE, Jayden.</summary>
    public static string Listed(ChildSummary summary) => Listed(summary.FamilyName, summary.GivenName, null);

    /// <summary>OSBORNE, Jayden Lee.</summary>
    public static string Listed(string family, string given, string? middle) =>
        string.IsNullOrWhiteSpace(middle) ? $"{family.ToUpper(CultureInfo.CurrentCulture)}, {given}" : $"{family.ToUpper(CultureInfo.CurrentCulture)}, {given} {middle}";
}
