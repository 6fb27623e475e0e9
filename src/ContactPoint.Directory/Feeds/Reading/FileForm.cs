using System.Collections.Frozen;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>How a file is read: its format, and the profile where it is another system's export.</summary>
/// <param name="Format">The format.</param>
/// <param name="Profile">The profile; null for the format's own names and codes.</param>
internal sealed record FileForm(FeedFormat Format, FeedProfile? Profile = null)
{
    /// <summary>The people of a row, and their fields' distance.</summary>
    public const int Contacts = 3;

    /// <summary>Numbers from one person's field to the same of the next.</summary>
    public const int PerContact = FeedField.Contact2FamilyName - FeedField.Contact1FamilyName;

    /// <summary>What the row of a run keeps in place of a profile where the file was XML. No profile has this key.</summary>
    public const string TranscriptKey = "@xml";

    private readonly FrozenDictionary<string, FeedField> byHeading = Headings(Format, Profile);
    private readonly FrozenDictionary<FeedField, string> names = Format.Columns.ToFrozenDictionary(column => column.Field, column => column.Name);

    private readonly FrozenDictionary<FeedField, FrozenDictionary<string, string>> codes = (Profile?.Values ?? FrozenDictionary<FeedField, IReadOnlyDictionary<string, string>>.Empty)
        .ToFrozenDictionary(field => field.Key, field => field.Value.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>True when the content was written by <see cref="Xml.XmlTranscript"/>: two columns that no supplier can name stand before the format's.</summary>
    public bool IsTranscript { get; init; }

    /// <summary>The one local authority whose bodies a file may tell of; null for all.</summary>
    public LocalAuthorityCode? Authority { get; init; }

    /// <summary>True where the rows are about bodies.</summary>
    public bool IsRegister => Format.Subject == FeedSubject.Organisations;

    /// <summary>The most columns.</summary>
    public int MostColumns => IsRegister ? FileLimits.RegisterColumns : FileLimits.Columns;

    /// <summary>How letters are written.</summary>
    public FeedEncoding Encoding => Profile?.Encoding ?? Format.Encoding;

    /// <summary>What the row of a run keeps of how the file is read.</summary>
    public string? StoredProfile => IsTranscript ? TranscriptKey : Profile?.Key;

    /// <summary>How dates are written.</summary>
    public string[] DateForms { get; } = Profile is { DateForms: { Count: > 0 } forms } ? [.. forms] : Format.DateForms.Count > 0 ? [.. Format.DateForms] : ["dd/MM/yyyy", "yyyy-MM-dd"];

    public char Separator => Profile?.Separator ?? ',';

    /// <summary>The column's name as outcomes say it.</summary>
    public string NameOf(FeedField field) => names.TryGetValue(field, out var name) ? name : field.ToString();

    /// <summary>What the file calls the column at its head.</summary>
    public string HeadingOf(FeedField field) => Profile?.Headings.FirstOrDefault(heading => heading.Value == field).Key ?? NameOf(field);

    /// <summary>What a heading says. Case, spaces, hyphens and underscores do not count.</summary>
    public bool TryFind(string heading, out FeedField field) => byHeading.TryGetValue(Plain(heading), out field);

    /// <summary>The format's value for a code of the export.</summary>
    public string? Ours(FeedField field, string value) =>
        codes.TryGetValue(field, out var known) && known.TryGetValue(value, out var ours) ? (ours.Length == 0 ? null : ours) : value;

    private static FrozenDictionary<string, FeedField> Headings(FeedFormat format, FeedProfile? profile)
    {
        var found = new Dictionary<string, FeedField>(StringComparer.Ordinal);
        foreach (var column in format.Columns)
            foreach (var name in column.Aliases.Prepend(column.Name)) found[Plain(name)] = column.Field;
        foreach (var (heading, field) in profile?.Headings ?? FrozenDictionary<string, FeedField>.Empty) found[Plain(heading)] = field;
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
