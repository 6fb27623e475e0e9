using System.Text.RegularExpressions;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>Looks at the formats that a module declares: what is wrong in one shows at the start and not when a supplier sends a file.</summary>
internal static partial class ModuleFeeds
{
    private static readonly HashSet<FeedField> OfBodies =
    [
        .. Enum.GetValues<FeedField>().Where(field => field >= FeedField.RegisterNumber),
        FeedField.AddressLine1, FeedField.AddressLine2, FeedField.AddressLine3, FeedField.AddressLine4, FeedField.Town, FeedField.Postcode,
    ];

    private static readonly HashSet<FeedField> OfChildren = [.. Enum.GetValues<FeedField>().Where(field => field < FeedField.RegisterNumber)];

    /// <param name="formats">The formats.</param>
    /// <param name="key">The module's key.</param>
    /// <param name="recordable">Codes of the services that a file may record; null where they are not known.</param>
    public static Error? Check(IReadOnlyList<FeedFormat> formats, string key, IReadOnlySet<string>? recordable = null) =>
        formats.Select(format => Fault(format, key, recordable) is { } fault ? ModuleErrors.Malfunctioned($"The format {format.Key}: {fault}") : null).FirstOrDefault(fault => fault is not null)
        ?? (formats.Select(format => format.Key).Distinct(StringComparer.Ordinal).Count() == formats.Count ? null : ModuleErrors.Malfunctioned("Two of its formats have one key."));

    private static string? Fault(FeedFormat format, string key, IReadOnlySet<string>? recordable)
    {
        if (format.Key.Length > 60 || !format.Key.StartsWith(key + ".", StringComparison.Ordinal) || !WordForm().IsMatch(format.Key[(key.Length + 1)..])) return "its key does not begin with the module's.";
        if (format.Name.Length is 0 or > 40) return "its name is not 1 to 40 characters.";
        if (!Enum.IsDefined(format.Subject) || !Enum.IsDefined(format.Encoding)) return "it names a kind that there is not.";
        if (format.Needed.Any(field => format.Columns.All(column => column.Field != field)))
            return format.Subject == FeedSubject.Children ? "family name, given name or date of birth is missing." : "number, name, local authority or status is missing.";
        if (format.Columns.Select(column => column.Field).Distinct().Count() != format.Columns.Count) return "two columns say the same.";
        if (Repeated(format.Columns.SelectMany(column => column.Aliases.Prepend(column.Name)))) return "two columns have one name.";
        if (format.Semantics.Count == 0) return "it allows neither full lists nor changes.";
        if (format.Effect is { Service: null, Education: null }) return "to stand in it means nothing.";
        if (!Enum.IsDefined(format.Supplier) || !Enum.IsDefined(format.Origin) || !format.Semantics.All(Enum.IsDefined) || !format.Columns.All(column => Enum.IsDefined(column.Field))) return "it names a kind that there is not.";
        if (FaultOfSubject(format) is { } ofSubject) return ofSubject;
        if (format.Effect.Service is { } service && recordable?.Contains(service) == false) return $"no file may record the service {service}.";
        if (format.Xml is { } xml && ModuleFeedXml.Fault(format, xml) is { } inXml) return inXml;
        if (format.Profiles.Select(profile => profile.FaultIn(format)).FirstOrDefault(fault => fault is not null) is { } inProfile) return $"of a profile, {inProfile}";
        return format.Profiles.Select(profile => profile.Key).Distinct(StringComparer.Ordinal).Count() == format.Profiles.Count ? null : "two profiles have one key.";
    }

    private static string? FaultOfSubject(FeedFormat format)
    {
        var allowed = format.Subject == FeedSubject.Children ? OfChildren : OfBodies;
        if (format.Columns.Any(column => !allowed.Contains(column.Field)))
            return "a column says something of a child that stands in a register, or of a body in a list of children.";
        if (format.DateForms.Count > 8 || !format.DateForms.All(FeedProfile.IsDateForm)) return "a form of dates is none.";
        if (format.Subject == FeedSubject.Children) return null;
        if (format.Xml is not null) return "a register has no XML form.";
        if (format.Effect.Education is not null) return "a register says nothing of a child's education.";
        return format.Supplier is OrganisationKind.Other ? "a register must say what kind of body stands in it." : null;
    }

    // As headings are compared: case, spaces and signs do not count.
    private static bool Repeated(IEnumerable<string> headings)
    {
        var plain = headings.Select(heading => string.Concat(heading.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()).ToList();
        return plain.Contains(string.Empty) || plain.Distinct(StringComparer.Ordinal).Count() != plain.Count;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex WordForm();
}
