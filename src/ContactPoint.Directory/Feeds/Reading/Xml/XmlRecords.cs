using System.Xml;
using System.Xml.Schema;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>
/// Reads the records of an XML file one after the other and holds each against the schema. A record that does not fit is rejected alone; what does not fit outside
/// the records refuses the file.
/// </summary>
/// <remarks>The validator is pushed and not wrapped around the parser: it would gather the text of an element, however long.</remarks>
internal sealed class XmlRecords
{
    private const int MostDepth = 16;
    private const int MostElements = 1_000;

    private readonly XmlReader reader;
    private readonly XmlShape shape;
    private readonly IReadOnlyList<FeedField> needed;
    private readonly XmlSchemaValidator validator;
    private readonly XmlRecord record = new();
    private readonly XmlLeaf leaf = new();
    private readonly (XmlPlace? Place, int[] Counts)[] open = new (XmlPlace?, int[])[MostDepth + 1];
    private bool isViolated;
    private int depth;
    private int elements;

    public XmlRecords(XmlReader reader, XmlShape shape, IReadOnlyList<FeedField> needed)
    {
        (this.reader, this.shape, this.needed) = (reader, shape, needed);
        validator = new XmlSchemaValidator(reader.NameTable, shape.Schemas, (IXmlNamespaceResolver)reader, XmlSchemaValidationFlags.None);
        validator.ValidationEventHandler += (_, _) => isViolated = true;
        validator.Initialize();
    }

    private int Line => ((IXmlLineInfo)reader).LineNumber;

    /// <summary>The next record; null at the end of the file.</summary>
    public async ValueTask<XmlRecord?> NextAsync()
    {
        while (await reader.ReadAsync())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth >= MostDepth) throw new FileRefusedException(XmlErrors.TooDeep);
                    if (reader.Depth == 0 && (reader.LocalName != shape.Root || reader.NamespaceURI != shape.Namespace)) throw new FileRefusedException(XmlErrors.Root(shape.Root, shape.Namespace));
                    var isRecord = reader.LocalName == shape.Record && reader.NamespaceURI == shape.Namespace;
                    var line = Line;
                    validator.ValidateElement(reader.LocalName, reader.NamespaceURI, null);
                    Refuse(isViolated);
                    if (isRecord) return await RecordAsync(line);
                    Attributes();
                    if (reader.IsEmptyElement) validator.ValidateEndElement(null);
                    leaf.Clear();
                    break;
                case XmlNodeType.EndElement:
                    validator.ValidateEndElement(null);
                    leaf.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    var text = await reader.GetValueAsync();
                    leaf.Append(text);
                    Refuse(leaf.IsTooLong);
                    validator.ValidateText(text);
                    break;
            }

            Refuse(isViolated);
        }

        validator.EndValidation();
        return null;
    }

    private async ValueTask<XmlRecord> RecordAsync(int line)
    {
        record.Begin(line);
        var ground = reader.Depth;
        (depth, elements) = (0, 0);
        Enter(shape.Tree);
        if (reader.IsEmptyElement) Leave();
        while (depth > 0 && await reader.ReadAsync())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth >= MostDepth) throw new FileRefusedException(XmlErrors.TooDeep);
                    if (++elements > MostElements) throw new FileRefusedException(XmlErrors.TooManyElements);
                    var (parent, counts) = open[depth - 1];
                    var place = reader.NamespaceURI == shape.Namespace ? parent?.Below(reader.LocalName, counts) : null;
                    if (record.Problem is null) validator.ValidateElement(reader.LocalName, reader.NamespaceURI, null);
                    Enter(place);
                    if (reader.IsEmptyElement) Leave();
                    break;
                case XmlNodeType.EndElement:
                    Leave();
                    break;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    leaf.Append(" ");
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    var text = await reader.GetValueAsync();
                    leaf.Append(text);
                    if (record.Problem is not null) break;
                    if (leaf.IsTooLong) Abandon(new StatedProblem(StatedKind.FieldLength, Field), depth);
                    else validator.ValidateText(text);
                    if (isViolated) Abandon(new StatedProblem(StatedKind.Schema, Field), depth);
                    break;
            }
        }

        return depth == 0 && reader.Depth == ground ? record : throw new XmlException();
    }

    private FeedField? Field => open[depth - 1].Place?.Field;

    // The validator stands in the element already.
    private void Enter(XmlPlace? place)
    {
        open[depth++] = (place, place is { Slots: > 0 } ? new int[place.Slots] : []);
        leaf.Clear();
        if (record.Problem is not null) return;
        if (!isViolated) Attributes();
        if (isViolated) Abandon(new StatedProblem(StatedKind.Schema, Field), depth);
    }

    private void Leave()
    {
        if (Field is { } field && !leaf.IsTooLong)
        {
            var said = leaf.ToString();
            if (FileEncoding.IsUsable(said)) record.Say(field, said);
            else if (record.Problem is null) Abandon(new StatedProblem(StatedKind.Characters, field), depth);
        }

        leaf.Clear();
        if (record.Problem is null) validator.ValidateEndElement(null);
        if (isViolated) Abandon(new StatedProblem(StatedKind.Schema, Field ?? Missing()), depth - 1);
        depth--;
    }

    private FeedField? Missing() => depth > 1 ? null : needed.Select(field => (FeedField?)field).FirstOrDefault(field => !record.Values.ContainsKey(field!.Value));

    /// <summary>The rest of the record is read and no longer validated.</summary>
    private void Abandon(StatedProblem problem, int within)
    {
        record.Report(problem);
        for (var left = within; left > 0; left--) validator.SkipToEndElement(null);
        isViolated = false;
    }

    private void Attributes()
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns") continue;
            if (reader.NamespaceURI == XmlSchema.InstanceNamespace && reader.LocalName is "schemaLocation" or "noNamespaceSchemaLocation") continue;
            if (reader.NamespaceURI == XmlSchema.InstanceNamespace) isViolated = true;
            else validator.ValidateAttribute(reader.LocalName, reader.NamespaceURI, reader.Value, null);
        }

        reader.MoveToElement();
        if (!isViolated) validator.ValidateEndOfAttributes(null);
    }

    private void Refuse(bool isRefused)
    {
        if (isRefused) throw new FileRefusedException(XmlErrors.Schema(Line));
    }
}
