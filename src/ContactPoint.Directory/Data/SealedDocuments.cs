using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Data;

/// <summary>Documents as strict JSON under seal. One that does not open, or is not what it should be, counts as absent: it fails closed.</summary>
internal sealed class SealedDocuments(ISealer sealer)
{
    public byte[] Seal<T>(SealPurpose purpose, Guid record, T document, JsonTypeInfo<T> type)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(document, type);
        var closed = sealer.Seal(purpose, record, plain);
        CryptographicOperations.ZeroMemory(plain);
        return closed;
    }

    public T? Open<T>(SealPurpose purpose, Guid record, byte[]? closed, JsonTypeInfo<T> type)
        where T : class
    {
        if (closed is null) return null;
        byte[]? plain = null;
        try
        {
            plain = sealer.Unseal(purpose, record, closed);
            return JsonSerializer.Deserialize(plain, type);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>The current state of a part among the rows of one child.</summary>
    public T? Open<T>(IReadOnlyDictionary<string, ChildPartRow> parts, string part, JsonTypeInfo<T> type)
        where T : class =>
        parts.TryGetValue(part, out var row) ? Open(DirectoryPurposes.Part(part), row.PartId, row.DocumentSealed, type) : null;
}
