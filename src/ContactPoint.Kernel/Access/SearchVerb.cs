using ContactPoint.Kernel.Access.Budgets;
using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Access;

/// <summary>Existence: always 64 candidates, read and decided, ten of the permitted shown.</summary>
internal sealed class SearchVerb(IUnitOfWorkFactory units, ICandidateSource candidates, GateDoor door, Budgets.Budgets budgets, IChildHandles handles, ChildPseudonyms pseudonyms)
{
    private const int MostShown = 10;

    public async Task<Result<SearchAnswer>> RunAsync(CallerContext caller, SearchRequest request, CancellationToken cancellation)
    {
        // Proposed before the unit, so that no writer waits for the index; checked inside it. Whom the unit will refuse gets no work done.
        var keys = SearchKeySets.Check(request.Criteria, caller.Agency);
        var mayAsk = keys.IsEnough && await units.ReadAsync(async unit => await door.AdmitAsync(caller, request.Statement, unit) is null && budgets.HasRoom(caller, unit), cancellation);
        var proposed = mayAsk ? await candidates.ProposeAsync(request.Criteria, caller.Agency, cancellation) : [];
        return await units.RunAsync(unit => DecideAsync(caller, request, keys, proposed, unit), cancellation);
    }

    private async ValueTask<Result<SearchAnswer>> DecideAsync(CallerContext caller, SearchRequest request, KeySetAnswer keys, IReadOnlyList<ChildId> proposed, IUnitOfWork unit)
    {
        var ending = door.Watch(caller);
        var asked = new Dictionary<string, object?> { ["criteria"] = request.Criteria };
        var refusal = await door.AdmitAsync(caller, request.Statement, unit);
        var budget = budgets.ReserveSearch(caller, unit);
        refusal ??= budget == BudgetAnswer.Within ? null : new Refusal(GateErrors.LimitReached, Reasons.BudgetHard);
        refusal ??= keys.IsEnough ? null : new Refusal(GateErrors.KeysMissing(keys.Missing), Reasons.KeysMissing);
        if (refusal is not null) return await door.RefuseAsync(caller, AuditEvents.Search, request.Statement, refusal, asked, unit);

        var ticket = door.Ticket(caller, proposed, ICandidateSource.FixedCount);
        var read = await candidates.ReadAsync(request.Criteria, caller.Agency, ticket, unit);
        var decisions = await door.DecideAsync(caller, AccessVerb.Search, request.Statement, [.. read.Select(candidate => candidate.Facts)], unit);
        var found = Judge(read, decisions);
        var shown = found.Where(hit => hit.Decision.Visible).OrderByDescending(hit => hit.Match.Score).Take(MostShown).ToList();
        asked["results"] = shown.Select(hit => new { pseudonym = pseudonyms.Of(hit.Candidate.Facts.Child, unit), version = hit.Candidate.Facts.Version, score = Math.Round(hit.Match.Score, 1) }).ToList();

        // By internal id: a pseudonym would cost a statement that a child who is not there does not cost.
        asked["hidden"] = found.Where(hit => !hit.Decision.Visible).Select(hit => new { child = hit.Candidate.Facts.Child, reasons = hit.Decision.Reasons }).ToList();
        var entry = await door.GrantAsync(caller, AuditEvents.Search, request.Statement, null, asked, unit);
        var pass = new SearchPass(door.Terms(caller, entry, ending), shown.Select(hit => hit.Candidate.Facts.Child).ToHashSet());
        return new SearchAnswer([.. shown.Select(hit => Disclose(pass, caller, hit))]);
    }

    // Fields that are withheld are no search keys (SEA-5): then the match on what is left counts, or none.
    private static List<Hit> Judge(IReadOnlyList<Candidate> read, IReadOnlyList<Decision> decisions)
    {
        var found = new List<Hit>(read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            var withheld = decisions[i].Visible && !(decisions[i].Granted.Contains(PartKey.OtherNames) && decisions[i].Granted.Contains(PartKey.Whereabouts));
            if ((withheld ? read[i].MaskedMatch : read[i].Match) is { } match) found.Add(new Hit(read[i], decisions[i], match));
        }

        return found;
    }

    private Disclosed<SearchResult> Disclose(SearchPass pass, CallerContext caller, Hit hit)
    {
        var child = hit.Candidate.Facts.Child;
        var authorityShown = hit.Decision.Granted.Contains(PartKey.ResponsibleAuthority);
        var disclosed = pass.Disclose(child, hit.Candidate.Summary);
        return disclosed.Value.Select(summary => new SearchResult(
            handles.Issue(caller, child), authorityShown ? summary : summary with { Authority = null }, hit.Match.Reasons));
    }

    private sealed record Hit(Candidate Candidate, Decision Decision, CandidateMatch Match);
}
