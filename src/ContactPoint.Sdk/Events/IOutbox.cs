using ContactPoint.Sdk.Data;

namespace ContactPoint.Sdk.Events;

/// <summary>Messages to be sent after the commit, written in the same transaction as what they tell of.</summary>
public interface IOutbox
{
    /// <summary>Adds a message. Who is told is decided again when it is sent and when it is read (INV-6).</summary>
    /// <param name="message">The message.</param>
    /// <param name="unit">The transaction.</param>
    ValueTask AddAsync(OutboxMessage message, IUnitOfWork unit);
}

/// <summary>A message. Never names a child: it carries ids that mean nothing outside.</summary>
/// <param name="Topic">Stable name of what happened.</param>
/// <param name="Subject">The internal id of what it is about.</param>
public sealed record OutboxMessage(string Topic, Guid Subject);
