namespace ContactPoint.Sdk.Data;

/// <summary>The one source of identifiers, so that tests can repeat a run byte for byte.</summary>
public interface IIdSource
{
    /// <summary>A random identifier of 122 random bits; tells neither time nor order.</summary>
    Guid NewId();

    /// <summary>An identifier that sorts by time (RFC 9562 version 7). Only for rows whose time is public beside them, such as audit entries.</summary>
    /// <param name="at">The time that the row states.</param>
    Guid NewOrderedId(DateTimeOffset at);
}
