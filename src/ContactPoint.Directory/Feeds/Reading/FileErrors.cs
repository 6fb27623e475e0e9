using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>Why a whole file is refused, with nothing changed.</summary>
internal static class FileErrors
{
    public static readonly Error Empty = new("file.empty", "The file is empty. Export it again.");

    public static readonly Error TooLarge = new("file.size", "The file is larger than 512 MB, far more than a list can be. Check that it is the right file.");

    public static readonly Error TooManyRows = new("file.rows", "The file has more than 100,000 rows, far more than any list has. Check that it is the right file.");

    public static readonly Error Utf16 = new("file.encoding", "The file is not text in UTF-8 or Windows-1252 (it looks like UTF-16 or a binary file). Save it as \"CSV UTF-8\" and send it again.");

    public static readonly Error MixedEncoding = new("file.encoding-mixed",
        "Some rows are UTF-8 and some are not, so names would be garbled; or the file was cut off. Save it as \"CSV UTF-8\" and send it again.");

    public static readonly Error CutOff = new("file.cut-off", "The last row is not whole, so the file was cut off on its way. Send it again.");

    public static readonly Error Separator = new("file.separator", "The columns are not separated by commas. Save the file as comma-separated values.");

    public static Error SeparatorOf(char separator) => new("file.separator",
        $"The columns are not separated as this profile says ({(separator == '\t' ? "tab" : separator)}). Choose the profile of the system that made the file.");

    public static readonly Error HeaderLine = new("file.header", "The first line cannot be read as column names. It must name the columns, separated by commas.");

    public static Error TooManyColumns(int most) => new("file.columns", $"The file has more than {most} columns. Remove those that are not needed.");

    public static readonly Error NoRows = new("file.no-rows", "The file has column names but no rows, and is not applied. Export it again.");

    public static Error MissingHeaders(IEnumerable<string> names, FeedProfile? profile) => new("file.header-missing",
        $"The first line must name the columns, and these are missing: {string.Join(", ", names)}. "
        + (profile is null ? "Add them, or choose the profile of the system that made the file." : $"Choose the profile of the system that made the file: this is read as {profile.Name}."));

    public static Error DuplicateHeader(string name) => new("file.header-repeated", $"Two columns say {name}. Keep one, or choose the profile of the system that made the file.");
}
