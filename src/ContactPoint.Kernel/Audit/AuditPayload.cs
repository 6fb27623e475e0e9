using System.Text.Json;
using System.Text.Json.Serialization;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Kernel.Audit;

/// <summary>The sealed part of an entry, as JSON: who by name, why truly, parameters, results, before and after.</summary>
internal static class AuditPayload
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(), new ChildIdText(), new PartKeyText(), new ReasonText() },
    };

    public static byte[] Encode(AuditEvent happened) => JsonSerializer.SerializeToUtf8Bytes(
        new Document(happened.Actor.Name, happened.Actor.SessionId, happened.Child, happened.Reasons, happened.Target, happened.Detail), Options);

    private sealed record Document(
        string Actor, Guid Session, ChildId? Child, IReadOnlyList<ReasonCode> Reasons, AuditTarget? Target, IReadOnlyDictionary<string, object?> Detail);

    private sealed class ChildIdText : JsonConverter<ChildId>
    {
        public override ChildId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, ChildId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class PartKeyText : JsonConverter<PartKey>
    {
        public override PartKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PartKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class ReasonText : JsonConverter<ReasonCode>
    {
        public override ReasonCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Reasons are written, not read.");

        public override void Write(Utf8JsonWriter writer, ReasonCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
