namespace ContactPoint.Sdk.Feeds;

/// <summary>The XML form of a format: its published schema, and where in a record each field stands.</summary>
public sealed record FeedXml
{
    /// <summary>The schema (W3C XSD 1.0) as text: published to suppliers and checked against. It includes and imports nothing.</summary>
    public required string Schema { get; init; }

    /// <summary>The namespace of its elements.</summary>
    public required string Namespace { get; init; }

    /// <summary>The element of one record: <c>Pupil</c>.</summary>
    public required string Record { get; init; }

    /// <summary>Path of each leaf element below the record, and its field: <c>Address/Postcode</c>. An element that repeats is counted from 1: <c>Contacts/Contact[2]/Surname</c>.</summary>
    public required IReadOnlyDictionary<string, FeedField> Elements { get; init; }
}
