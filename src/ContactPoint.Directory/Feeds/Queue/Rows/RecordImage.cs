using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Queue.Rows;

/// <summary>What a row can change of a record, as it stood at one moment: what a decision is undone by.</summary>
internal sealed record RecordImage
{
    public required IdentityDocument Identity { get; init; }

    public Sourced<Whereabouts>? Whereabouts { get; init; }

    public IReadOnlyList<Sourced<FormerAddress>> FormerAddresses { get; init; } = [];

    public Sourced<IReadOnlyList<Carer>>? Carers { get; init; }

    public EducationStatus Education { get; init; }

    public string? Authority { get; init; }

    /// <summary>Every number, by id, and whether it is current.</summary>
    public IReadOnlyDictionary<Guid, bool> Numbers { get; init; } = new Dictionary<Guid, bool>();

    /// <summary>Every involvement, by id.</summary>
    public IReadOnlyDictionary<Guid, PlacementImage> Placements { get; init; } = new Dictionary<Guid, PlacementImage>();
}

/// <summary>What of an involvement can change.</summary>
internal sealed record PlacementImage(bool IsConfirmed, DateOnly? End = null);

/// <summary>Whom a decision concerns and what it did, under seal.</summary>
/// <param name="Child">The record that the row went to; nobody for "not the same".</param>
/// <param name="IsMade">Whether that record was made by the decision.</param>
/// <param name="Apart">Whom the row does not mean.</param>
/// <param name="Chosen">The child that the steward chose, when a shielded child kept the row from her (SHD-6); else null.</param>
/// <param name="Before">The record before; null for one that was made.</param>
/// <param name="After">The record after.</param>
internal sealed record DecisionDocument(Guid Child, bool IsMade, IReadOnlyList<Guid> Apart, Guid? Chosen = null, RecordImage? Before = null, RecordImage? After = null)
{
    /// <summary>Redacted.</summary>
    public override string ToString() => "decision";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(PackedProvenance)])]
[JsonSerializable(typeof(DecisionDocument))]
internal sealed partial class DecisionTypes : JsonSerializerContext
{
    /// <summary>Whether two values are the same in every part: lists within records compare by their items.</summary>
    public static bool Same<T>(T? one, T? other, JsonTypeInfo<T> type)
        where T : class => one is null || other is null ? one is null && other is null : JsonSerializer.SerializeToUtf8Bytes(one, type).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, type));
}
