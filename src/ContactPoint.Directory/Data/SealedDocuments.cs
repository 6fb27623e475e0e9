using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Data;

/// <summary>Documents as strict JSON under seal. Whoever may go on without one that does not open says so by calling <see cref="Open{T}"/>; all others learn of it.</summary>
internal sealed class SealedDocuments(ISealer sealer)
{
    public byte[] Seal<T>(SealPurpose purpose, Guid record, T document, JsonTypeInfo<T> type)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(document, type);
        var closed = sealer.Seal(purpose, record, plain);
        CryptographicOperations.ZeroMemory(plain);
        return closed;
    }

    /// <summary>The document; null when there is none or it does not open: for answers in which such a record counts as absent.</summary>
    public T? Open<T>(SealPurpose purpose, Guid record, byte[]? closed, JsonTypeInfo<T> type)
        where T : class => TryOpen(purpose, record, closed, type, out var document) ? document : null;

    /// <summary>The document; null when there is none.</summary>
    /// <exception cref="UnreadableDocumentException">It is there and does not open.</exception>
    public T? Read<T>(SealPurpose purpose, Guid record, byte[]? closed, JsonTypeInfo<T> type)
        where T : class => TryOpen(purpose, record, closed, type, out var document) ? document : throw new UnreadableDocumentException(purpose.Name);

    /// <summary>False when it is there and does not open, or is not what it should be.</summary>
    public bool TryOpen<T>(SealPurpose purpose, Guid record, byte[]? closed, JsonTypeInfo<T> type, out T? document)
        where T : class
    {
        document = null;
        if (closed is null) return true;
        byte[]? plain = null;
        try
        {
            plain = sealer.Unseal(purpose, record, closed);
            document = JsonSerializer.Deserialize(plain, type);
            return document is not null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
