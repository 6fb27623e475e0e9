using ContactPoint.Directory.Corrections;
using ContactPoint.Shell.Layout;
using ContactPoint.Shell.Resources;
using Microsoft.Extensions.Localization;

namespace ContactPoint.Shell.Corrections;

/// <summary>Values of fields in words.</summary>
internal static class FieldWords
{
    public static string Of(FieldValue value, IStringLocalizer<ShellText> words) => value switch
    {
        { Name: { } name } => Naming.Listed(name.Family, name.Given, name.Middle),
        { Gender: { } gender } => words[$"Gender.{gender}"],
        { DateOfBirth: { } birth } => UkTime.Text(birth),
        { Address: { } address } => string.Join(", ", address.Lines.Append(address.Town).Append(address.Postcode).OfType<string>()),
        _ => words["Contradictions.Nothing"],
    };
}
