using System.Security.Cryptography;
using System.Text.Json;
using ContactPoint.Modules.Education.Data;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Modules.Education.Contacts;

/// <summary>Contacts under seal.</summary>
internal static class SealedContacts
{
    private static readonly SealPurpose Purpose = new("education.contact");
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Strict);

    public static byte[] Seal(ISealer sealer, Guid id, SchoolContact contact) => sealer.Seal(Purpose, id, JsonSerializer.SerializeToUtf8Bytes(contact, Form));

    /// <summary>The contact; null when it does not open.</summary>
    public static SchoolContact? Open(ISealer sealer, ContactRow row)
    {
        try
        {
            return JsonSerializer.Deserialize<SchoolContact>(sealer.Unseal(Purpose, row.ContactId, row.ContactSealed), Form);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
