using System.Text.Json;
using System.Text.Json.Serialization;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>What became of a row that was matched, in truth.</summary>
/// <param name="Truth">Applied, unchanged, created, held or queued.</param>
/// <param name="Seen">As a steward without clearance sees it.</param>
/// <param name="Candidates">Whom it may mean, best first.</param>
/// <param name="Why">Why a steward decides.</param>
/// <param name="Row">What a queued row says: nothing else keeps it until a steward has decided.</param>
internal sealed record Verdict(FeedOutcome Truth, FeedOutcome Seen, IReadOnlyList<VerdictCandidate> Candidates, string? Why = null, FeedRow? Row = null)
{
    // A held row must not be told from another by its length.
    private const int LeastBytes = 384;
    private const int MostCandidates = 3;

    public static Verdict OfRecord(RowMatch match, FeedOutcome seen) => new(
        seen, seen, [.. match.Candidates.Take(MostCandidates).Select(one => new VerdictCandidate(one.Child.Value, Math.Round(one.Bits, 1)))]);

    public static Verdict OfQueued(RowMatch match) => new(
        FeedOutcome.Queued, FeedOutcome.Queued, [.. match.Candidates.Select(one => new VerdictCandidate(one.Child.Value, Math.Round(one.Bits, 1), one.Steps))], match.Why, match.Asked.Row);

    /// <summary>A held row is kept in the form of what it is seen as: one that seems to wait for a steward is as long as one that does.</summary>
    public static Verdict OfHeld(RowMatch match, FeedOutcome seen) => (match.Seen is { Kind: RowMatchKind.Review } waits
        ? OfQueued(match) with { Why = waits.Why }
        : OfRecord(match, seen)) with
    { Truth = FeedOutcome.Held, Seen = seen };

    public byte[] Seal(ISealer sealer, Guid id)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(this, VerdictTypes.Default.Verdict);
        var length = plain.Length;
        if (length < LeastBytes) Array.Resize(ref plain, LeastBytes);
        for (var i = length; i < plain.Length; i++) plain[i] = (byte)' ';
        return sealer.Seal(FeedPurposes.Verdict, id, plain);
    }

    public static Verdict? Open(ISealer sealer, Guid id, byte[] closed) =>
        JsonSerializer.Deserialize(sealer.Unseal(FeedPurposes.Verdict, id, closed), VerdictTypes.Default.Verdict);

    /// <summary>Redacted.</summary>
    public override string ToString() => "verdict";
}

/// <summary>A candidate as kept for the steward.</summary>
internal sealed record VerdictCandidate(Guid Child, double Bits, IReadOnlyList<string>? Steps = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Verdict))]
internal sealed partial class VerdictTypes : JsonSerializerContext;
