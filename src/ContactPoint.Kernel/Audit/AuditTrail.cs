using System.Data.Common;
using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Kernel.Data.Units;
using ContactPoint.Ledger;
using ContactPoint.Ledger.Entries;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Audit;

/// <summary>Writes entries: payload sealed and committed to ahead of the transaction, MAC over what the row will hold, one prepared insert.</summary>
internal sealed class AuditTrail(ISealer sealer, ChildPseudonyms pseudonyms, KeyRing keys, IIdSource ids, TimeProvider clock) : IAuditTrail
{
    public static readonly SealPurpose Payload = new("kernel.audit-payload");

    private const string Insert =
        """
        INSERT INTO $kernel.audit_entry (id, at, event_code, outcome, user_id, organisation_id, authority, child, purpose, relationship, policy_version, commitment, sealed_payload, mac)
        VALUES (@id, @at, @event, @outcome, @user, @organisation, @authority, @child, @purpose, @relationship, @policy, @commitment, @payload, @mac)
        """;

    private static readonly string[] InsertParameters =
        ["id", "at", "event", "outcome", "user", "organisation", "authority", "child", "purpose", "relationship", "policy", "commitment", "payload", "mac"];

    public PreparedEntry Prepare(AuditEvent auditEvent)
    {
        var at = Truncate(clock.GetUtcNow());
        var id = ids.NewOrderedId(at);
        var payload = AuditPayload.Encode(auditEvent);
        var salted = new byte[PayloadCommitment.SaltSize + payload.Length];
        var salt = PayloadCommitment.NewSalt();
        salt.CopyTo(salted, 0);
        payload.CopyTo(salted, PayloadCommitment.SaltSize);
        return new Entry(id, at, auditEvent, PayloadCommitment.Compute(salt, payload), sealer.Seal(Payload, id, salted));
    }

    public ValueTask<Guid> AppendAsync(PreparedEntry entry, IUnitOfWork unit)
    {
        var made = (Entry)entry;
        var happened = made.Event;

        // A refusal names no child outside its sealed payload: the public part must be that of a world without the child.
        Guid? child = happened is { Child: { } known, Outcome: AuditOutcome.Granted } ? pseudonyms.Of(known, unit) : null;
        var open = new AuditPublicPart(
            made.At, happened.Type.Code, (int)happened.Outcome, happened.Actor.UserId, happened.Actor.OrganisationId, happened.Actor.Authority?.Value, child,
            (int)(happened.Statement?.Purpose ?? 0), (int)(happened.Statement?.Relationship ?? 0), happened.PolicyVersion ?? string.Empty);
        var mac = EntryMac.Compute(keys.Mac, made.Id, open.Encode(), made.Commitment);
        Write(unit.Prepare(Insert, InsertParameters), made, open, mac);
        ((UnitOfWork)unit).Appended.Add(mac);
        return ValueTask.FromResult(made.Id);
    }

    // Whole microseconds: what is stored is what was hashed.
    private static DateTimeOffset Truncate(DateTimeOffset at) => UtcMicroseconds.FromStored(UtcMicroseconds.ToStored(at));

    private static void Write(DbCommand command, Entry entry, AuditPublicPart open, LedgerHash mac)
    {
        var values = command.Parameters;
        values[0].Value = GuidBytes.ToBytes(entry.Id);
        values[1].Value = UtcMicroseconds.ToStored(open.At);
        values[2].Value = open.EventCode;
        values[3].Value = open.Outcome;
        values[4].Value = GuidBytes.ToBytes(open.UserId);
        values[5].Value = GuidBytes.ToBytes(open.OrganisationId);
        values[6].Value = open.Authority ?? (object)DBNull.Value;
        values[7].Value = open.Child is { } child ? GuidBytes.ToBytes(child) : DBNull.Value;
        if (open.Child is null) values[7].DbType = System.Data.DbType.Binary;
        values[8].Value = open.Purpose;
        values[9].Value = open.Relationship;
        values[10].Value = open.PolicyVersion;
        values[11].Value = entry.Commitment.ToArray();
        values[12].Value = entry.SealedPayload;
        values[13].Value = mac.ToArray();
        command.ExecuteNonQuery();
    }

    private sealed class Entry(Guid id, DateTimeOffset at, AuditEvent happened, LedgerHash commitment, byte[] sealedPayload) : PreparedEntry
    {
        public override Guid Id => id;

        public DateTimeOffset At => at;

        public AuditEvent Event => happened;

        public LedgerHash Commitment => commitment;

        public byte[] SealedPayload => sealedPayload;
    }
}
