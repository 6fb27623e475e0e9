using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Feeds.Matching;

/// <summary>The rows of one batch, matched; and the shields that this rests on, to be read again where it is written.</summary>
/// <param name="Matches">One for each row, in order.</param>
/// <param name="Looked">Every child that was weighed.</param>
/// <param name="Levels">The shield of each.</param>
internal sealed record BatchMatches(IReadOnlyList<RowMatch> Matches, IReadOnlyList<ChildId> Looked, IReadOnlyList<ShieldLevel> Levels);

/// <summary>Matches rows with the directory in one snapshot: proposals, records, shields, decision.</summary>
internal sealed class RowMatcher(RowProposals proposals, IChildReader reader, IShieldRegister shields, RowKeys keys)
{
    private const int MostInRead = 500;

    // One or two records that do not open are damaged, and a steward is asked; where a fifth of a batch does not, a key is missing.
    private const int LeastOfAMissingKey = 3;

    public async ValueTask<BatchMatches> MatchAsync(JobPass pass, IReadOnlyList<RowToMatch> rows, MatchTerms terms, IUnitOfWork unit)
    {
        var records = await ReadAsync(pass, [.. rows.Select(row => row.Known).OfType<ChildId>().Distinct()], unit);
        var proposed = new List<RowProposal?>(rows.Count);
        foreach (var row in rows) proposed.Add(IsSettled(row, records, terms.From) ? null : await proposals.OfAsync(pass, row.Row, unit));
        var looked = rows.Select(row => row.Known).OfType<ChildId>().Concat(proposed.OfType<RowProposal>().SelectMany(proposal => proposal.All)).Distinct().ToList();
        foreach (var (child, found) in await ReadAsync(pass, [.. looked.Where(child => !records.ContainsKey(child))], unit)) records[child] = found;
        var levels = (await shields.ReadAsync(looked, unit)).Select(shield => shield.Level).ToList();
        var level = looked.Zip(levels).ToDictionary();
        StopWithoutKey([.. records.Values.Where(record => level[record.Child] == ShieldLevel.None && (record.State != RecordState.Provisional || record.Supplier == terms.From.Source))]);

        var apart = await Queue.Rows.Candidates.ApartAsync(terms.From.Source, terms.Format, unit);
        var matches = new List<RowMatch>(rows.Count);
        var taken = new HashSet<ChildId>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var candidates = proposed[i] is { } proposal ? Candidates(row, proposal) : [];
            if (Known(row, records, terms.From.Source) is { } record)
            {
                var match = OfKnown(row, record, level[record.Child], terms.From.Source);
                var isOpen = match.Kind == RowMatchKind.Link && record.State != RecordState.Provisional;
                var held = isOpen && proposed[i] is { } renamed ? RowJudge.Current.Renamed(match, terms.From.Source, candidates, renamed.Scorer) : null;
                matches.Add(held is null ? match : held with { IsAlone = await IsAloneAsync(record, terms.From.Source, unit) });
            }
            else
            {
                matches.Add(RowJudge.Current.Decide(row, terms.From.Source, candidates, proposed[i]!.Scorer));
            }

            // What a held row would have linked is taken too: the rows after it must go as they would without the shielded child.
            if ((matches[^1].Seen ?? matches[^1]) is { Kind: RowMatchKind.Link, Record: { } linked }) taken.Add(linked.Child);
        }

        return new(matches, looked, levels);

        // Whom a steward ruled out for a row is not proposed for it again; of a shielded child only a cleared one could say so.
        List<ReadCandidate> Candidates(RowToMatch row, RowProposal proposal) =>
        [
            .. proposal.All.Where(child => records.TryGetValue(child, out var found) && !IsOfRun(found, terms.From)
                && !(level[child] == ShieldLevel.None && apart.Contains((new Guid(row.Plan.Key.ToBytes(), bigEndian: true), child.Value)))).Select(child =>
                new ReadCandidate(records[child], level[child], proposal.ByNumber.Contains(child), IsOthers(row, records[child], terms, taken))),
        ];
    }

    /// <summary>The record of a known row; none when it is gone, or has become what another supplier holds.</summary>
    private static ChildRecord? Known(RowToMatch row, Dictionary<ChildId, ChildRecord> records, Guid source) =>
        row.Known is { } known && records.TryGetValue(known, out var record) && (record.State != RecordState.Provisional || record.Supplier == source) ? record : null;

    // A known row is looked up like a new one when it says anew who the child is. Its record alone decides that, whether or not anybody is shielded.
    private static bool IsSettled(RowToMatch row, Dictionary<ChildId, ChildRecord> records, Provenance from) =>
        Known(row, records, from.Source) is { } record && (record.State is RecordState.Archived or RecordState.Provisional || !Renaming.IsOf(row.Row, record, from));

    // A row of another source that stands for the record has a part in it, even one that left nothing written.
    private static async ValueTask<bool> IsAloneAsync(ChildRecord record, Guid source, IUnitOfWork unit) =>
        Renaming.IsAlone(record, source) && await FeedStatements.FindOtherSource(unit).Bind(record.Child.Value, source).ExecuteScalarAsync() is null or DBNull;

    // Those whom the supplier knows nothing of have no voice in it: that its run stops would tell.
    private static void StopWithoutKey(List<ChildRecord> records)
    {
        if (records.Count(record => record.Unreadable.Count > 0) is var closed && closed >= LeastOfAMissingKey && closed * 5 > records.Count) throw new RecordsUnreadableException();
    }

    // Made by another row of this file: two rows are two pupils, and whether the index has the one already must change nothing.
    private static bool IsOfRun(ChildRecord record, Provenance from) =>
        record.Identifiers.Any(number => number.Scheme == IdentifierSchemes.DirectoryNumber && number.From.FeedRun == from.FeedRun);

    // A row whose child has been shielded since goes on as its supplier's own; one that already does, stays.
    private static RowMatch OfKnown(RowToMatch row, ChildRecord record, ShieldLevel level, Guid source)
    {
        if (record.State == RecordState.Archived) return new RowMatch { Asked = row, Kind = RowMatchKind.Review, Why = "match.archived" };
        var isOwn = record.State == RecordState.Provisional && record.Supplier == source;
        if (record.Unreadable.Count > 0)
        {
            var waits = new RowMatch { Asked = row, Kind = RowMatchKind.Review, Why = RowMatch.Unreadable };
            return level == ShieldLevel.None || isOwn ? waits : waits with { Kind = RowMatchKind.Hold, Seen = waits, Candidates = [new RowCandidate(record.Child, 0, [])] };
        }

        var link = new RowMatch { Asked = row, Kind = RowMatchKind.Link, Record = record, Candidates = [new RowCandidate(record.Child, 0, [])] };
        return level == ShieldLevel.None || isOwn ? link : link with { Kind = RowMatchKind.Hold, Record = null, Seen = link };
    }

    private bool IsOthers(RowToMatch row, ChildRecord candidate, MatchTerms terms, HashSet<ChildId> taken)
    {
        if (taken.Contains(candidate.Child)) return true;
        if (terms.State.RowOf(candidate.Child) is { } other && other != row.Plan.Key && (terms.IsDelta || terms.Plan.About.Contains(other) || terms.Claimed.Contains(other))) return true;
        var number = candidate.Identifiers.FirstOrDefault(known => known.Scheme == IdentifierSchemes.Upn && known.IsCurrent)?.Value;
        return number is not null && number != row.Row.Upn && number != row.Row.FormerUpn && terms.Plan.About.Contains(keys.OfUpn(terms.From.Source, number));
    }

    private async ValueTask<Dictionary<ChildId, ChildRecord>> ReadAsync(JobPass pass, List<ChildId> children, IUnitOfWork unit)
    {
        var records = new Dictionary<ChildId, ChildRecord>(children.Count);
        foreach (var slice in children.Chunk(MostInRead))
        {
            foreach (var record in await reader.ReadAsync(pass, slice, unit))
                if (record is not null) records[record.Child] = record;
        }

        return records;
    }
}
