using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>Why a whole XML file is refused, with nothing changed.</summary>
internal static class XmlErrors
{
    public static readonly Error NotTaken = new("file.xml-not-taken", "The file is XML, and files of this kind are read as comma-separated values alone. Send it as CSV.");

    public static readonly Error NoProfile = new("file.xml-profile", "The file is XML, which needs no profile. Choose no profile, or send the export that the profile is for.");

    public static readonly Error Encoding = new("file.encoding",
        "The XML file is not in UTF-8 or Windows-1252 (ISO-8859-1), or it says that it is in another encoding. Save it as UTF-8 and send it again.");

    public static readonly Error NotAsDeclared = new("file.encoding",
        "The XML file is not in the encoding that its first line names, so names would be garbled. Save it as UTF-8 and send it again.");

    public static readonly Error DocumentType = new("file.xml-dtd", "The XML file has a document type or entities of its own, which are never read. Export it without.");

    public static readonly Error TooDeep = new("file.xml-limits", "The XML file nests more than 16 elements. Export it by the published schema.");

    public static readonly Error TooLong = new("file.xml-limits", "A tag, text or comment of the XML file is longer than 64 KB. Export it by the published schema.");

    public static readonly Error TooManyNames = new("file.xml-limits", "The XML file has thousands of different names of elements. Export it by the published schema.");

    public static readonly Error TooManyElements = new("file.xml-limits", "A record of the XML file has more than 1,000 elements. Export it by the published schema.");

    public static Error NotWellFormed(int line) => new("file.xml-form", $"The file is not well-formed XML (line {line}), or was cut off on its way. Export it again.");

    public static Error Root(string root, string space) => new("file.xml-root", $"The XML file is none of this kind: its outermost element must be {root} in the namespace {space}.");

    public static Error Schema(int line) => new("file.xml-schema",
        $"The XML file does not fit the published schema outside its records (line {line}). Compare it with the schema and export it again.");
}
