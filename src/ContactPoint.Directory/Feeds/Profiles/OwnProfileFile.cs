using System.Security.Cryptography;
using System.Text.Json;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Profiles;

/// <summary>Reads a profile that an operator wrote as JSON (docs/feeds-school-roll.md). Strict: what is not known, or said twice, is refused.</summary>
public static class OwnProfileFile
{
    /// <summary>The most bytes.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>The file is longer than that.</summary>
    public static readonly Error TooLong = Wrong("it is longer than 64 KB.");

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = 4,
    };

    /// <summary>Reads it.</summary>
    /// <param name="json">The bytes of the file.</param>
    /// <param name="format">The format that it is for.</param>
    public static Result<OwnProfile> Read(ReadOnlySpan<byte> json, FeedFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (json.Length > MostBytes) return TooLong;
        Written? written;
        try
        {
            written = JsonSerializer.Deserialize<Written>(json.StartsWith("\uFEFF"u8) ? json[3..] : json, Strict);
        }
        catch (JsonException fault)
        {
            return Wrong($"it is not JSON of this form (line {(fault.LineNumber ?? 0) + 1}).");
        }

        if (written is null || written.Headings.Count + (written.Values?.Count ?? 0) > 1_000) return Wrong("it says nothing, or far too much.");
        if (written.Headings.ContainsValue(null!) || (written.Dates?.Contains(null!) ?? false) || (written.Values?.Values.Any(codes => codes?.ContainsValue(null!) ?? true) ?? false))
            return Wrong("it says nothing where it must say something.");
        var columns = format.Columns.ToDictionary(column => column.Name, column => column.Field, StringComparer.OrdinalIgnoreCase);
        if (written.Headings.Values.Concat(written.Values?.Keys ?? Enumerable.Empty<string>()).Any(name => !columns.ContainsKey(name))) return Wrong("it names a column that the format has not.");
        if (written.Values?.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() != written.Values?.Count) return Wrong("it gives codes for one column twice.");
        if ((written.Separator ?? ",") is not ("," or ";" or "|" or "tab")) return Wrong("its separator is not \",\", \";\", \"|\" or \"tab\".");
        var profile = new FeedProfile
        {
            Key = "own-" + Convert.ToHexStringLower(SHA256.HashData(json))[..16],
            Name = written.Name,
            Separator = written.Separator switch { null => ',', "tab" => '\t', { } sign => sign[0] },
            Headings = written.Headings.ToDictionary(heading => heading.Key, heading => columns[heading.Value], StringComparer.Ordinal),
            Values = (written.Values ?? []).ToDictionary(values => columns[values.Key], values => (IReadOnlyDictionary<string, string>)values.Value),
            DateForms = written.Dates ?? [],
        };
        return profile.FaultIn(format) is { } unfit ? Wrong(unfit) : new OwnProfile(format.Key, profile);
    }

    private static Error Wrong(string why) => new("profile.form", $"The profile file cannot be used: {why} Correct it and try again.");

    private sealed class Written
    {
        public required string Name { get; init; }

        public string? Separator { get; init; }

        public required Dictionary<string, string> Headings { get; init; }

        public Dictionary<string, Dictionary<string, string>>? Values { get; init; }

        public List<string>? Dates { get; init; }
    }
}
