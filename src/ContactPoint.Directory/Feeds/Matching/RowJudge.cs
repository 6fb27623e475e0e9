using ContactPoint.Directory.Children;
using ContactPoint.Directory.Search;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Feeds.Matching;

/// <summary>A candidate as read from the database.</summary>
/// <param name="Record">The record.</param>
/// <param name="Level">Its shield.</param>
/// <param name="HasNumber">Whether it has, or had, the row's UPN.</param>
/// <param name="IsOthers">Whether another row of the same file stands for it: one file names no child twice.</param>
internal sealed record ReadCandidate(ChildRecord Record, ShieldLevel Level, bool HasNumber, bool IsOthers);

/// <summary>Decides whom a row means (FED-6): pure, the same for the same records.</summary>
/// <param name="model">The weights.</param>
/// <param name="rule">Thresholds and cautions.</param>
internal sealed class RowJudge(MatchModel model, DecisionRule rule)
{
    public static RowJudge Current { get; } = new(MatchModel.Current, DecisionRule.V1);

    public RowMatch Decide(RowToMatch asked, Guid source, IReadOnlyList<ReadCandidate> candidates, QueryScorer scorer)
    {
        // What another supplier holds provisionally is known to nobody else, feeds included (SHD-6).
        var known = candidates.Where(candidate => candidate.Record.State != RecordState.Provisional || candidate.Record.Supplier == source).ToList();
        var whole = Decide(asked, known, scorer, out var plausible);

        // A shielded child whom the row does not mean has no part in what becomes of it, not even as a runner-up.
        var open = Decide(asked, [.. known.Where(candidate => candidate.Level == ShieldLevel.None)], scorer, out _);
        // One whose names do not open may be meant by any row that proposed her: no row of hers becomes a new record because her seal was broken.
        var closed = known.Where(candidate => candidate.Level != ShieldLevel.None && candidate.Record.Identity is null && !candidate.HasNumber).Select(candidate => new Weighed(candidate, null)).ToList();
        var shielded = plausible.Where(one => one.Of.Level != ShieldLevel.None).Concat(closed).ToList();
        if (shielded.Count == 0 || IsClear(open, shielded)) return open;

        // A row of what the supplier holds already goes on as that: a second record of its own would tell it.
        IReadOnlyList<RowCandidate> weighed = [.. whole.Candidates, .. closed.Select(one => RowCandidate.Of(one.Of.Record.Child, Nothing))];
        if (open is { Kind: RowMatchKind.Link, Record: { State: RecordState.Provisional } }) return open with { Candidates = weighed };

        // In a world without the shielded child nothing would be provisional: there the row would meet what other suppliers hold, which is one record with
        // what its own supplier holds.
        var holds = known.Exists(candidate => candidate.Record.State == RecordState.Provisional);
        var seen = holds ? open : Decide(asked, [.. candidates.Where(candidate => candidate.Level == ShieldLevel.None)], scorer, out _);
        return new RowMatch { Asked = asked, Kind = RowMatchKind.Hold, Seen = seen, Candidates = weighed };
    }

    /// <summary>Whether a known row that says anew who its child is may mean a shielded one (ADR 0017); null when it goes on as it did.</summary>
    /// <remarks>The number by which the source knows the row is its own word and weighs for nobody: what the row now says is compared with what each record says.</remarks>
    public RowMatch? Renamed(RowMatch known, Guid source, IReadOnlyList<ReadCandidate> candidates, QueryScorer scorer)
    {
        var asked = known.Asked;
        var record = known.Record!;
        var prior = Math.Log2(Math.Max(1, scorer.Population));
        var shielded = candidates
            .Where(candidate => candidate.Level != ShieldLevel.None && (candidate.Record.State != RecordState.Provisional || candidate.Record.Supplier == source))
            .Select(candidate => new Weighed(candidate, Score(asked, candidate, scorer, isNumbered: false)))
            .Where(one => one.Of.HasNumber || one.Of.Record.Identity is null || (one.Score is { } score && score.Bits - prior >= rule.ReviewBits))
            .OrderByDescending(one => one.Score?.Bits ?? double.NegativeInfinity).ThenBy(one => one.Of.Record.Child.Value).ToList();
        if (shielded.Count == 0) return null;

        var own = Score(asked, new ReadCandidate(record, ShieldLevel.None, HasNumber: false, IsOthers: false), scorer, isNumbered: false) ?? Nothing;
        var link = known with { Candidates = [RowCandidate.Of(record.Child, own)] };
        if (IsClear(link, shielded)) return null;
        return new RowMatch
        {
            Asked = asked,
            Kind = RowMatchKind.Hold,
            Seen = known,
            Candidates = [.. link.Candidates, .. shielded.Select(one => RowCandidate.Of(one.Of.Record.Child, one.Score ?? Nothing))],
        };
    }

    // The open twin of a shielded child, say: held, her record would miss what her school says, and that it does would tell.
    private bool IsClear(RowMatch open, List<Weighed> shielded) =>
        open is { Kind: RowMatchKind.Link, Record: { } record }
        && open.Candidates.FirstOrDefault(one => one.Child == record.Child) is { } linked
        && shielded.TrueForAll(one => !one.Of.HasNumber && linked.Bits - (one.Score?.Bits ?? double.NegativeInfinity) > rule.MarginBits);

    private RowMatch Decide(RowToMatch asked, List<ReadCandidate> candidates, QueryScorer scorer, out List<Weighed> plausible)
    {
        var weighed = candidates.Select(candidate => new Weighed(candidate, Score(asked, candidate, scorer, isNumbered: true))).OrderByDescending(one => one.Score?.Bits ?? double.NegativeInfinity)
            .ThenBy(one => one.Of.Record.Child.Value).ToList();
        var prior = Math.Log2(Math.Max(1, scorer.Population));
        plausible = [.. weighed.Where(one => one.Of.HasNumber || (one.Score is { } score && score.Bits - prior >= rule.ReviewBits))];
        var match = new RowMatch { Asked = asked, Kind = RowMatchKind.New, Candidates = [.. plausible.Select(one => RowCandidate.Of(one.Of.Record.Child, one.Score ?? Nothing))] };
        var decision = Decide(weighed, scorer.Population);
        var best = decision.Outcome == MatchOutcome.NoMatch ? null : weighed.First(one => one.Score is not null);
        if (best?.Of.IsOthers == true)
        {
            if (decision.Outcome == MatchOutcome.Link) return match with { Kind = RowMatchKind.Review, Why = "match.two-rows" };
            weighed.RemoveAll(one => one.Of.IsOthers);
            decision = Decide(weighed, scorer.Population);
            best = decision.Outcome == MatchOutcome.NoMatch ? null : weighed.First(one => one.Score is not null);
        }

        var holders = weighed.Where(one => one.Of.HasNumber && !one.Of.IsOthers).ToList();
        if (holders.Count > 1) return match with { Kind = RowMatchKind.Review, Why = "match.number-twice" };
        if (decision.Outcome == MatchOutcome.Link) return Link(match, best!.Of);
        if (holders is [{ Score: { } held } holder])
            return SameName(held) ? Link(match, holder.Of) : match with { Kind = RowMatchKind.Review, Why = "match.number-of-another" };
        if (holders is [{ Score: null } closed])
            return match with { Kind = RowMatchKind.Review, Why = closed.Of.Record.Unreadable.Count > 0 ? RowMatch.Unreadable : "match.number-of-another" };
        return best is null ? match : match with { Kind = RowMatchKind.Review, Why = Why(decision.Caution) };
    }

    // A record that has been archived is nobody's to bring back but a steward's (LIF-4).
    private static RowMatch Link(RowMatch match, ReadCandidate candidate) => candidate.Record.State == RecordState.Archived
        ? match with { Kind = RowMatchKind.Review, Why = "match.archived" }
        : candidate.Record.Unreadable.Count > 0 ? match with { Kind = RowMatchKind.Review, Why = RowMatch.Unreadable }
        : match with { Kind = RowMatchKind.Link, Record = candidate.Record };

    private static MatchScore Nothing { get; } = new(MatchModel.Current.Version, []);

    private static string Why(MatchCaution caution) => caution switch
    {
        MatchCaution.RunnerUp => "match.many",
        MatchCaution.GivenNameMissing or MatchCaution.GivenNameDiffers or MatchCaution.GivenNamesAlike => "match.given-name",
        MatchCaution.DateOfBirth => "match.date",
        MatchCaution.Gender => "match.gender",
        MatchCaution.Identifier => "match.number-differs",
        _ => "match.possible",
    };

    // The number and the whole name agree: a date of birth that differs then is a mistake of one of the two.
    private static bool SameName(MatchScore score) =>
        score.Level(MatchField.Family) is (byte)NameLevel.Exact or (byte)NameLevel.SameLetters
        && score.Level(MatchField.Given) is (byte)NameLevel.Exact or (byte)NameLevel.SameLetters
        && score.Level(MatchField.NameOrder) == (byte)NameOrder.Direct;

    private MatchDecision Decide(List<Weighed> weighed, long population) => rule.Decide([.. weighed.Select(one => one.Score).OfType<MatchScore>()], population);

    private MatchScore? Score(RowToMatch asked, ReadCandidate candidate, QueryScorer scorer, bool isNumbered)
    {
        if (candidate.Record.Identity is not { } identity) return null;
        var child = candidate.Record.Child.Value;
        var indexed = IndexRecords.Whole(child, identity, candidate.Record.Whereabouts?.Value);

        // Where a shielded child lives does not open: it counts as what the row says, for it may be.
        if (candidate.Level != ShieldLevel.None && candidate.Record.Unreadable.Contains(PartKeys.Whereabouts)) indexed = indexed with { Postcode = RowProposals.PostcodeOf(asked.Row) };
        return scorer.Score(indexed)?.Score.WithIdentifier(model, isNumbered ? Numbers(asked, candidate) : IdentifierLevel.Missing);
    }

    // A number for the time being, on either side, tells nothing when it differs.
    private static IdentifierLevel Numbers(RowToMatch asked, ReadCandidate candidate)
    {
        if (candidate.HasNumber) return IdentifierLevel.Same;
        var held = candidate.Record.Identifiers.FirstOrDefault(number => number.Scheme == IdentifierSchemes.Upn && number.IsCurrent)?.Value;
        return asked.Row.Upn is null || held is null || IdentifierSchemes.IsTemporary(asked.Row.Upn) || IdentifierSchemes.IsTemporary(held) ? IdentifierLevel.Missing : IdentifierLevel.Different;
    }

    private sealed record Weighed(ReadCandidate Of, MatchScore? Score);
}
