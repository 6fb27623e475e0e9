using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Schema;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>The XML form of a format, made ready once: its schema, and its paths as a tree.</summary>
internal sealed class XmlShape
{
    private static readonly ConditionalWeakTable<FeedXml, XmlShape> Known = [];

    private XmlShape(FeedXml xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var text = XmlReader.Create(new StringReader(xml.Schema), settings);
        Schemas = new XmlSchemaSet { XmlResolver = null };
        Schemas.Add(xml.Namespace, text);
        Schemas.Compile();
        Root = Schemas.GlobalElements.Names.Cast<XmlQualifiedName>().Single().Name;
        (Namespace, Record) = (xml.Namespace, xml.Record);
        foreach (var (path, field) in xml.Elements) Tree.Add(path.Split('/'), field);
    }

    public XmlSchemaSet Schemas { get; }

    public string Namespace { get; }

    /// <summary>The one element that a file may begin with.</summary>
    public string Root { get; }

    /// <summary>The element of one record.</summary>
    public string Record { get; }

    /// <summary>What stands below a record.</summary>
    public XmlPlace Tree { get; } = new();

    /// <exception cref="XmlSchemaException">The schema is none; the loader looks at every module's before.</exception>
    public static XmlShape Of(FeedXml xml) => Known.GetValue(xml, form => new XmlShape(form));
}
