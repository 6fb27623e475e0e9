using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Audit;

/// <summary>What of an entry may be public: who, when, what kind of act, how it ended; the child as an erasable pseudonym.</summary>
/// <remarks>Encoded as JSON with fixed members in a fixed order, so that the same columns always give the same bytes.</remarks>
internal readonly record struct AuditPublicPart(
    DateTimeOffset At, int EventCode, int Outcome, Guid UserId, Guid OrganisationId, string? Authority, Guid? Child, int Purpose, int Relationship, string PolicyVersion)
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    private const int IdTextLength = 36;

    /// <summary>The bytes, and where in them the child's pseudonym stands (0 when there is none): it is known only inside the transaction.</summary>
    public byte[] Encode(out int childAt)
    {
        var bytes = buffer ??= new ArrayBufferWriter<byte>(512);
        bytes.ResetWrittenCount();
        var json = writer ??= new Utf8JsonWriter(bytes);
        json.Reset(bytes);
        json.WriteStartObject();
        json.WriteNumber("at"u8, UtcMicroseconds.ToStored(At));
        json.WriteNumber("event"u8, EventCode);
        json.WriteNumber("outcome"u8, Outcome);
        json.WriteString("user"u8, UserId);
        json.WriteString("organisation"u8, OrganisationId);
        if (Authority is null) json.WriteNull("authority"u8);
        else json.WriteString("authority"u8, Authority);
        if (Child is { } child) json.WriteString("child"u8, child);
        else json.WriteNull("child"u8);
        childAt = Child is null ? 0 : (int)(json.BytesCommitted + json.BytesPending) - IdTextLength - 1;
        json.WriteNumber("purpose"u8, Purpose);
        json.WriteNumber("relationship"u8, Relationship);
        json.WriteString("policy"u8, PolicyVersion);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    public byte[] Encode() => Encode(out _);

    /// <summary>Puts the pseudonym in its place.</summary>
    public static void Put(Guid child, Span<byte> encoded, int childAt) => Utf8Formatter.TryFormat(child, encoded[childAt..], out _);

    public static AuditPublicPart Of(AuditEntryRow row) => new(
        row.At, row.EventCode, row.Outcome, row.UserId, row.OrganisationId, row.Authority, row.Child, row.Purpose, row.Relationship, row.PolicyVersion);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"event {EventCode} at {At:O}");
}
