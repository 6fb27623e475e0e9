using System.Runtime.CompilerServices;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Search;

internal sealed class CandidateSource(IChildIndex index, SealedDocuments documents, ISealer sealer, Decoy decoy, IUnitOfWorkFactory units, TimeProvider clock) : ICandidateSource
{
    private const int ProvisionalPlaces = 16;

    private const string Lookup = "SELECT DISTINCT child_id FROM $directory.identifier WHERE blind IN (@number, @identifier)";

    private static readonly IndexQuery NothingAsked = new();

    // The gate proposes and reads with one and the same criteria: what was worked out for the first is kept for the second.
    private readonly ConditionalWeakTable<SearchCriteria, Work> prepared = [];

    public async ValueTask<IReadOnlyList<ChildId>> ProposeAsync(SearchCriteria criteria, Agency agency, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        if (!index.IsReady) await index.CatchUpAsync(cancellation);
        var work = Prepare(criteria, agency);
        prepared.AddOrUpdate(criteria, work);
        var proposed = await units.ReadAsync(unit => LookUpAsync(work.Search, unit), cancellation);
        foreach (var hit in work.Hits)
        {
            if (proposed.Count == ICandidateSource.FixedCount) break;
            var child = new ChildId(hit.Key);
            if (!proposed.Contains(child)) proposed.Add(child);
        }

        return proposed;
    }

    public async ValueTask<IReadOnlyList<Candidate>> ReadAsync(SearchCriteria criteria, Agency agency, FactsPass pass, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(pass);
        var work = prepared.TryGetValue(criteria, out var known) && known.Agency == agency ? known : Prepare(criteria, agency);
        var rows = await CandidateReads.ReadAsync(pass.Children, Blind(work.Search.Scheme, work.Search.Identifier), unit);
        return [.. pass.Children.Select(child => Judge(child, rows.GetValueOrDefault(child.Value), work))];
    }

    private Candidate Judge(ChildId child, CandidateRow? row, Work work)
    {
        var read = row ?? decoy.Row;
        var identity = read.OpenIdentity(documents);
        var whereabouts = read.OpenWhereabouts(documents);
        var (match, masked) = identity is null ? (null, null) : Compare(read, identity, whereabouts, work);

        // A row whose identity does not open counts as absent: nothing can be said of it, and nothing is.
        return row is null || identity is null
            ? new Candidate(ChildFacts.Absent(child), null, null, new Undisclosed<ChildSummary>(Summaries.Nobody))
            : new Candidate(row.Facts, match, masked, new Undisclosed<ChildSummary>(Summaries.Of(row, identity)));
    }

    private static (CandidateMatch? Match, CandidateMatch? Masked) Compare(CandidateRow row, IdentityDocument identity, Whereabouts? whereabouts, Work work)
    {
        var search = work.Search;
        var whole = MatchJudge.ByDetails(search.Query, work.Scorer, IndexRecords.Whole(row.Child, identity, whereabouts));
        var left = MatchJudge.ByDetails(search.Query with { Postcode = null, District = null }, work.MaskedScorer, IndexRecords.Masked(row.Child, identity));
        var number = search.DirectoryNumber is { } asked && asked == identity.DirectoryNumber ? MatchJudge.Exact("directory number exact") : null;
        var identifier = row.HasIdentifier ? MatchJudge.Exact(search.Scheme == IdentifierSchemes.Upn ? "unique pupil number exact" : "NHS number exact") : null;
        return (
            MatchJudge.Join(number ?? identifier, search.DetailsSuffice ? whole : null),
            MatchJudge.Join(number, search.MaskedDetailsSuffice ? left : null));
    }

    private async ValueTask<List<ChildId>> LookUpAsync(PreparedSearch search, IUnitOfWork unit)
    {
        var command = unit.Prepare(Lookup, "number", "identifier").Bind(
            Blind(search.DirectoryNumber is null ? null : IdentifierSchemes.DirectoryNumber, search.DirectoryNumber), Blind(search.Scheme, search.Identifier));
        var found = new List<ChildId>(ICandidateSource.FixedCount);
        await using var reader = await command.ExecuteReaderAsync();
        while (found.Count < ICandidateSource.FixedCount && await reader.ReadAsync()) found.Add(new ChildId(reader.Id(0)));
        return found;
    }

    // Where no number was typed the hash of nothing is looked up: the same work, and nobody has it.
    private byte[] Blind(string? scheme, string? value) =>
        sealer.BlindIndex(DirectoryPurposes.Blind(scheme ?? "none"), value ?? string.Empty);

    private Work Prepare(SearchCriteria criteria, Agency agency)
    {
        var search = PreparedSearch.Of(criteria, agency, UkDay.Today(clock));
        var hits = index.Find(search.DetailsSuffice ? search.Query : NothingAsked, ICandidateSource.FixedCount, out var scorer);

        // Provisional records are proposed to everybody, so that the work is the same; the policy leaves each to its supplier. They have places of their
        // own, taken or not: however many a supplier makes, they push nobody's record out of another's search (I-04).
        var own = index.FindApart(Apart.Provisional, search.DetailsSuffice ? search.Query : NothingAsked, ProvisionalPlaces, scorer);
        hits = [.. hits.Take(ICandidateSource.FixedCount - ProvisionalPlaces).Concat(own)];

        // Without a place a mask hides no key of the query: the weights are the same. That hangs on what was typed alone.
        var masked = scorer;
        if (search.Query.Postcode is not null || search.Query.District is not null)
            index.Find(search.DetailsSuffice ? search.Query with { Postcode = null, District = null } : NothingAsked, 1, out masked);
        return new Work(agency, search, hits, scorer, masked);
    }

    private sealed record Work(Agency Agency, PreparedSearch Search, IReadOnlyList<IndexHit> Hits, QueryScorer Scorer, QueryScorer MaskedScorer);
}
