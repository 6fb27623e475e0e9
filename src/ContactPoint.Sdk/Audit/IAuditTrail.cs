using ContactPoint.Sdk.Data;

namespace ContactPoint.Sdk.Audit;

/// <summary>The audit trail (AUD-1): entries commit in the transaction of what they record.</summary>
/// <remarks>The vocabulary (event, target with old and new, environment) follows that of common .NET audit libraries, so that an adapter can feed it.</remarks>
public interface IAuditTrail
{
    /// <summary>Does the costly part (serialise, seal, MAC) ahead of the transaction.</summary>
    /// <param name="auditEvent">What happened or is about to happen.</param>
    PreparedEntry Prepare(AuditEvent auditEvent);

    /// <summary>Appends a prepared entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="unit">The transaction of what it records.</param>
    /// <returns>The entry's id.</returns>
    ValueTask<Guid> AppendAsync(PreparedEntry entry, IUnitOfWork unit);

    /// <summary>Prepares and appends.</summary>
    /// <param name="auditEvent">What happened.</param>
    /// <param name="unit">The transaction of what it records.</param>
    /// <returns>The entry's id.</returns>
    ValueTask<Guid> AppendAsync(AuditEvent auditEvent, IUnitOfWork unit) => AppendAsync(Prepare(auditEvent), unit);
}

/// <summary>An entry that is ready to be written.</summary>
public abstract class PreparedEntry
{
    /// <summary>The entry's id.</summary>
    public abstract Guid Id { get; }
}
