using System.Text.Json;
using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Ledger.Entries;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>An entry as stored, its payload opened with the installation's keys.</summary>
internal sealed record AuditRead(long Number, Guid Id, int Code, JsonElement Payload)
{
    private static readonly SealPurpose Purpose = new("kernel.audit-payload");

    public JsonElement Detail => Payload.GetProperty("detail");

    /// <summary>The entries after a number, in the order in which they were written.</summary>
    public static Task<List<AuditRead>> AllAsync(DiskHost host, long after = 0) => host.Get<IUnitOfWorkFactory>().ReadAsync(unit =>
    {
        var sealer = host.Get<ISealer>();
        var command = unit.Prepare("SELECT no, id, event_code, sealed_payload FROM $kernel.audit_entry WHERE no > @after ORDER BY no", "after");
        command.Parameters[0].Value = after;
        using var reader = command.ExecuteReader();
        var entries = new List<AuditRead>();
        while (reader.Read())
        {
            var id = new Guid((byte[])reader.GetValue(1), bigEndian: true);
            var payload = sealer.Unseal(Purpose, id, (byte[])reader.GetValue(3)).AsMemory(PayloadCommitment.SaltSize);
            using var document = JsonDocument.Parse(payload);
            entries.Add(new AuditRead(reader.GetInt64(0), id, reader.GetInt32(2), document.RootElement.Clone()));
        }

        return ValueTask.FromResult(entries);
    });
}
