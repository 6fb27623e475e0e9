using System.Text.Json;
using System.Text.Json.Serialization;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections.Contradictions;

namespace ContactPoint.Directory.Data;

/// <summary>How documents are written: no unknown, doubled or missing member passes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(PackedProvenance)])]
[JsonSerializable(typeof(IdentityDocument))]
[JsonSerializable(typeof(Sourced<Whereabouts>))]
[JsonSerializable(typeof(IReadOnlyList<Sourced<FormerAddress>>), TypeInfoPropertyName = "FormerAddresses")]
[JsonSerializable(typeof(Sourced<IReadOnlyList<Carer>>), TypeInfoPropertyName = "Carers")]
[JsonSerializable(typeof(Sourced<LeadProfessional>))]
[JsonSerializable(typeof(Sourced<EarlyHelpAssessment>))]
[JsonSerializable(typeof(SealedIdentifier))]
[JsonSerializable(typeof(PractitionerContact))]
[JsonSerializable(typeof(SourceSays))]
internal sealed partial class DocumentTypes : JsonSerializerContext;

/// <summary>An identifier under seal.</summary>
internal sealed record SealedIdentifier(string Value, Provenance From);

/// <summary>A practitioner's own data under seal.</summary>
internal sealed record PractitionerContact(string Name, string JobTitle, string? Phone = null, string? Email = null, string? Availability = null);
