using System.Globalization;
using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Access;

/// <summary>
/// Rosters of closed kinds: everybody on the roster is decided on before the page is cut, and the work follows what the caller may see, so no page,
/// count or time tells of a hidden child (ADR 0008).
/// </summary>
internal sealed class ListVerb(IUnitOfWorkFactory units, IEnumerable<IRosterSource> rosters, IChildFacts facts, ISummarySource summaries, GateDoor door, IChildHandles handles, ChildPseudonyms pseudonyms)
{
    /// <summary>Pages that can be asked for: a large secondary school. Further lines are worked in the owner's own screens.</summary>
    private const int MostPages = 103;

    // Not the thread's culture: units run where the writer runs.
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("en-GB"), ignoreCase: true);

    // Rosters are read in whole steps, as many as the visible lines and a reserve for hidden ones fill.
    private const int Step = ICandidateSource.FixedCount;
    private const int LeastReserve = 32;
    private const int ReserveShare = 8;

    public Task<Result<RosterPage>> RunAsync(CallerContext caller, RosterRequest request, CancellationToken cancellation) =>
        units.RunAsync(unit => DecideAsync(caller, request, unit), cancellation);

    /// <summary>The kinds that this caller would not be refused for role, purpose or organisation.</summary>
    public Task<IReadOnlyList<RosterKind>> OffersAsync(CallerContext caller, CancellationToken cancellation) => units.ReadAsync<IReadOnlyList<RosterKind>>(
        async unit =>
        {
            var offered = new List<RosterKind>();
            foreach (var source in rosters)
            {
                if (RosterTerms.Of(source.Kind) is { } terms && terms.IsHeld(caller, terms.StatementOf(caller, door.Now).Purpose, door.Now) && await source.ServesAsync(caller, unit))
                    offered.Add(source.Kind);
            }

            return [.. offered.Order()];
        },
        cancellation);

    private async ValueTask<Result<RosterPage>> DecideAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit)
    {
        var ending = door.Watch(caller);
        var terms = RosterTerms.Of(request.Kind);
        var statement = terms?.StatementOf(caller, door.Now);
        var detail = new Dictionary<string, object?> { ["roster"] = request.Kind, ["page"] = request.Page };
        if (terms is { CountsDays: true }) detail["days"] = request.Days;
        var source = rosters.FirstOrDefault(roster => roster.Kind == request.Kind);
        Refusal? refusal = null;
        if (!await door.IsLiveAsync(caller, unit)) refusal = new Refusal(GateErrors.SessionEnded, Reasons.SessionEnded);
        else if (source is null || terms is null || !IsSound(request) || !terms.IsHeld(caller, statement!.Purpose, door.Now) || !await source.ServesAsync(caller, unit))
            refusal = new Refusal(GateErrors.OutOfRole, Reasons.OutOfRole);
        if (refusal is not null) return await door.RefuseAsync(caller, AuditEvents.List, statement, refusal, detail, unit);

        var visible = (await VisibleAsync(caller, statement!, terms!, await source!.MembersAsync(caller, request, unit), unit))
            .OrderBy(line => line.Summary.Held.FamilyName, ByName)
            .ThenBy(line => line.Summary.Held.GivenName, ByName)
            .ThenBy(line => line.Summary.Held.BirthYear).ToList();
        var page = visible.Skip(request.Page * RosterRequest.PageSize).Take(RosterRequest.PageSize).ToList();
        detail["results"] = page.Select(line => new { pseudonym = pseudonyms.Of(line.Facts.Child, unit), version = line.Facts.Version }).ToList();
        var entry = await door.GrantAsync(caller, AuditEvents.List, statement, null, detail, unit);
        var pass = new SearchPass(door.Terms(caller, entry, ending), page.Select(line => line.Facts.Child).ToHashSet());
        return new RosterPage(
            [.. page.Select(line => Disclose(pass, caller, line))],
            request.Page + 1 < MostPages && visible.Count > (request.Page + 1) * RosterRequest.PageSize);
    }

    private static bool IsSound(RosterRequest request) =>
        request.Page is >= 0 and < MostPages && request.Days is >= RosterRequest.FewestDays and <= RosterRequest.MostDays;

    private async ValueTask<List<Line>> VisibleAsync(CallerContext caller, AccessStatement statement, RosterTerms terms, IReadOnlyList<ChildId> members, IUnitOfWork unit)
    {
        var visible = new List<Line>();
        var most = terms.IsCut ? MostPages * RosterRequest.PageSize : int.MaxValue;
        for (var read = 0; (read < members.Count && visible.Count < most) || read < Due(visible.Count); read += Step)
        {
            var ticket = door.Ticket(caller, [.. members.Skip(read).Take(Step)], Step);
            var known = await facts.ReadAsync(ticket, unit);
            var decisions = await door.DecideAsync(caller, AccessVerb.List, statement, known, unit);
            var held = await summaries.ReadAsync(ticket, unit);
            for (var i = 0; i < Step; i++)
            {
                if (decisions[i].Visible && decisions[i].Granted.IsSupersetOf(terms.Tells)) visible.Add(new Line(known[i], decisions[i], held[i]));
            }
        }

        return visible;
    }

    // How many children are read when so many are visible, hidden ones and ids of nobody together.
    private static int Due(int visible) => visible + LeastReserve + (visible / ReserveShare);

    private Disclosed<RosterLine> Disclose(SearchPass pass, CallerContext caller, Line line)
    {
        var authorityShown = line.Decision.Granted.Contains(PartKey.ResponsibleAuthority);
        return pass.Disclose(line.Facts.Child, line.Summary).Value.Select(
            held => new RosterLine(handles.Issue(caller, line.Facts.Child), authorityShown ? held : held with { Authority = null }));
    }

    private sealed record Line(ChildFacts Facts, Decision Decision, Undisclosed<ChildSummary> Summary);
}
