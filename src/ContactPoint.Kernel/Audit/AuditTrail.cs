using ContactPoint.Kernel.Data;
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
        var salt = salted.AsSpan(0, PayloadCommitment.SaltSize);
        RandomBytes.Fill(salt);
        payload.CopyTo(salted, PayloadCommitment.SaltSize);

        // A refusal names no child outside its sealed payload: the public part must be that of a world without the child.
        var child = auditEvent is { Child: { } known, Outcome: AuditOutcome.Granted } ? pseudonyms.HashOf(known) : null;
        var open = OpenPart(auditEvent, at, child is null ? null : Guid.Empty);
        return new Entry
        {
            Key = id,
            ChildHash = child,
            Open = open,
            Encoded = open.Encode(out var childAt),
            ChildAt = childAt,
            Commitment = PayloadCommitment.Compute(salt, payload),
            SealedPayload = sealer.Seal(Payload, id, salted),
        };
    }

    public ValueTask<Guid> AppendAsync(PreparedEntry entry, IUnitOfWork unit)
    {
        var (made, own) = ((Entry)entry, (UnitOfWork)unit);
        Guid? child = null;
        if (made.ChildHash is { } hash)
        {
            child = pseudonyms.Of(hash, own);
            AuditPublicPart.Put(child.Value, made.Encoded, made.ChildAt);
        }

        var mac = EntryMac.Compute(keys.Mac, made.Id, made.Encoded, made.Commitment);
        Write(own.Statement(Insert, InsertParameters), made, child, mac);
        own.Appended.Add(mac);
        return ValueTask.FromResult(made.Id);
    }

    // Whole microseconds: what is stored is what was hashed.
    private static DateTimeOffset Truncate(DateTimeOffset at) => UtcMicroseconds.FromStored(UtcMicroseconds.ToStored(at));

    private static AuditPublicPart OpenPart(AuditEvent happened, DateTimeOffset at, Guid? child) => new(
        at, happened.Type.Code, (int)happened.Outcome, happened.Actor.UserId, happened.Actor.OrganisationId, happened.Actor.Authority?.Value, child,
        (int)(happened.Statement?.Purpose ?? 0), (int)(happened.Statement?.Relationship ?? 0), happened.PolicyVersion ?? string.Empty);

    private static void Write(IStatement insert, Entry entry, Guid? child, LedgerHash mac)
    {
        var open = entry.Open;
        Span<byte> bytes = stackalloc byte[LedgerHash.Size];
        insert.Bind(1, Bytes(entry.Id, bytes));
        insert.Bind(2, UtcMicroseconds.ToStored(open.At));
        insert.Bind(3, open.EventCode);
        insert.Bind(4, open.Outcome);
        insert.Bind(5, Bytes(open.UserId, bytes));
        insert.Bind(6, Bytes(open.OrganisationId, bytes));
        insert.Bind(7, open.Authority);
        if (child is { } pseudonym) insert.Bind(8, Bytes(pseudonym, bytes));
        else insert.BindNoBytes(8);
        insert.Bind(9, open.Purpose);
        insert.Bind(10, open.Relationship);
        insert.Bind(11, open.PolicyVersion);
        entry.Commitment.CopyTo(bytes);
        insert.Bind(12, bytes);
        insert.Bind(13, entry.SealedPayload);
        mac.CopyTo(bytes);
        insert.Bind(14, bytes);
        insert.Run();
    }

    private static ReadOnlySpan<byte> Bytes(Guid id, Span<byte> bytes) => id.TryWriteBytes(bytes, bigEndian: true, out var written) ? bytes[..written] : [];

    private sealed class Entry : PreparedEntry
    {
        public override Guid Id => Key;

        public required Guid Key { get; init; }

        /// <summary>Keyed hash of the child whose pseudonym the entry carries; null for none.</summary>
        public required byte[]? ChildHash { get; init; }

        /// <summary>The public part, with an empty pseudonym where one is due.</summary>
        public required AuditPublicPart Open { get; init; }

        /// <summary><see cref="Open"/> as it is hashed; the pseudonym is put in at <see cref="ChildAt"/>.</summary>
        public required byte[] Encoded { get; init; }

        public required int ChildAt { get; init; }

        public required LedgerHash Commitment { get; init; }

        public required byte[] SealedPayload { get; init; }
    }
}
