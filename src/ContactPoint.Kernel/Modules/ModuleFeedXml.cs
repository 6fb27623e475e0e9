using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Kernel.Modules;

/// <summary>Looks at the XML form of a format: that its schema stands alone and holds every path, so that reading a file can rely on both.</summary>
internal static partial class ModuleFeedXml
{
    private const int LongestSchema = 256 * 1024;
    private const int MostDepth = 12;

    // What makes a validator remember values of a whole file.
    private static readonly string[] Remembered = ["ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES"];

    /// <summary>What is wrong; null when nothing is.</summary>
    public static string? Fault(FeedFormat format, FeedXml xml)
    {
        if (Compile(xml) is not { } schemas) return "its XML schema is none, or includes another.";
        if (schemas.GlobalElements.Count != 1 || schemas.GlobalElements.Values.Cast<XmlSchemaElement>().Single() is not { } root || root.QualifiedName.Namespace != xml.Namespace)
            return "its XML schema has not exactly one outermost element in its namespace.";
        var found = new List<XmlSchemaElement>();
        if (!Walk(root, found, 0)) return "its XML schema lets anything in, nests without end, or asks for what no single record shows.";
        if (found.Where(element => element.QualifiedName == new XmlQualifiedName(xml.Record, xml.Namespace)).ToList() is not [var record] || record == root)
            return "its XML schema has not exactly one element for a record.";
        if (xml.Elements.FirstOrDefault(element => !Holds(record, element.Key, xml.Namespace)).Key is { } absent) return $"its XML schema has no {absent} in a record, or it repeats.";
        if (xml.Elements.Values.Distinct().Count() != xml.Elements.Count) return "two elements of its XML form say the same.";
        if (xml.Elements.Values.Any(field => format.Columns.All(column => column.Field != field))) return "an element of its XML form says what no column says.";
        return format.Needed.All(field => xml.Elements.Values.Contains(field)) ? null : "family name, given name or date of birth is missing from its XML form.";
    }

    private static XmlSchemaSet? Compile(FeedXml xml)
    {
        if (xml.Schema.Length > LongestSchema) return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml.Schema), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var schemas = new XmlSchemaSet { XmlResolver = null };
            var schema = schemas.Add(xml.Namespace, reader);
            if (schema is null || schema.Includes.Count > 0) return null;
            schemas.Compile();
            return schemas;
        }
        catch (Exception fault) when (fault is XmlException or XmlSchemaException)
        {
            return null;
        }
    }

    private static bool Walk(XmlSchemaElement element, List<XmlSchemaElement> found, int depth)
    {
        if (depth > MostDepth || element.Constraints.Count > 0) return false;
        found.Add(element);
        if (element.ElementSchemaType is not XmlSchemaComplexType type) return !Remembers(element.ElementSchemaType);
        if (type.AttributeWildcard is not null) return false;
        if (type.AttributeUses.Values.Cast<XmlSchemaAttribute>().Any(attribute => Remembers(attribute.AttributeSchemaType))) return false;
        return Particles(type.ContentTypeParticle, repeats: false).All(child => child.Element is not null && Walk(child.Element, found, depth + 1));
    }

    private static bool Remembers(XmlSchemaType? type)
    {
        for (var one = type; one is not null; one = one.BaseXmlSchemaType)
            if (Remembered.Contains(one.QualifiedName.Name)) return true;
        return false;
    }

    /// <summary>Whether a path leads to a leaf, and counts where, and only where, an element repeats.</summary>
    private static bool Holds(XmlSchemaElement record, string path, string space)
    {
        var at = record;
        foreach (var step in path.Split('/'))
        {
            if (StepForm().Match(step) is not { Success: true } match || at.ElementSchemaType is not XmlSchemaComplexType type) return false;
            var count = match.Groups["count"] is { Success: true } counted ? int.Parse(counted.Value, CultureInfo.InvariantCulture) : (int?)null;
            var (element, most) = Particles(type.ContentTypeParticle, repeats: false).FirstOrDefault(child => child.Element?.QualifiedName == new XmlQualifiedName(match.Groups["name"].Value, space));
            if (element is null || (count ?? 1) < 1 || (count ?? 1) > most || most > 1 != count.HasValue) return false;
            at = element;
        }

        return at.ElementSchemaType is XmlSchemaSimpleType or XmlSchemaComplexType { ContentType: XmlSchemaContentType.TextOnly };
    }

    // An element that is none is a wildcard.
    private static IEnumerable<(XmlSchemaElement? Element, decimal Most)> Particles(XmlSchemaParticle? particle, bool repeats) => particle switch
    {
        XmlSchemaGroupBase group => group.Items.OfType<XmlSchemaParticle>().SelectMany(item => Particles(item, repeats || group.MaxOccurs > 1)),
        XmlSchemaGroupRef reference => Particles(reference.Particle, repeats || reference.MaxOccurs > 1),
        XmlSchemaElement element => [(element, repeats ? decimal.MaxValue : element.MaxOccurs)],
        XmlSchemaAny any => [(null, any.MaxOccurs)],
        _ => [],
    };

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9_-]*)(\[(?<count>[0-9]{1,2})\])?$", RegexOptions.NonBacktracking)]
    private static partial Regex StepForm();
}
