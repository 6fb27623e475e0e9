using System.Text;
using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>Opens the sealed payloads of audit entries.</summary>
internal static class AuditPayloads
{
    private const int SaltLength = 32;

    public static Task<IReadOnlyList<string>> ReadAsync(IdentityHost host, int code) => host.Units.ReadAsync<IReadOnlyList<string>>(async unit =>
    {
        var found = new List<string>();
        var command = unit.Prepare("SELECT id, sealed_payload FROM $kernel.audit_entry WHERE event_code = @code ORDER BY no", "code");
        command.Parameters[0].Value = code;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var id = new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true);
            var plain = host.Get<ISealer>().Unseal(AuditTrail.Payload, id, reader.GetFieldValue<byte[]>(1));
            found.Add(Encoding.UTF8.GetString(plain.AsSpan(SaltLength)));
        }

        return found;
    });
}
