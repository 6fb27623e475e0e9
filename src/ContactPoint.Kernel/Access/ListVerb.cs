using System.Globalization;
using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Access;

/// <summary>Rosters of closed kinds: everybody on the roster is decided on before the page is cut, so no page or count tells of a hidden child.</summary>
internal sealed class ListVerb(IUnitOfWorkFactory units, IEnumerable<IRosterSource> rosters, IChildFacts facts, ISummarySource summaries, GateDoor door, IChildHandles handles, ChildPseudonyms pseudonyms)
{
    /// <summary>The longest roster: a large secondary school. Longer ones are worked in the owner's own screens.</summary>
    private const int LongestRoster = 2_560;

    // Not the thread's culture: units run where the writer runs.
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("en-GB"), ignoreCase: true);

    // Rosters are read in whole steps, so that one hidden child more or less does not change the work.
    private const int Step = 64;

    public Task<Result<RosterPage>> RunAsync(CallerContext caller, RosterRequest request, CancellationToken cancellation) =>
        units.RunAsync(unit => DecideAsync(caller, request, unit), cancellation);

    private static AccessStatement StatementOf(RosterKind kind) => kind switch
    {
        RosterKind.OwnInvolvements => new(Purpose.ServiceProvision, Relationship.InMyCare),
        RosterKind.OwnSetting => new(Purpose.ServiceProvision, Relationship.MyAreaOrSetting),
        _ => new(Purpose.DataQuality, Relationship.MyAreaOrSetting),
    };

    private async ValueTask<Result<RosterPage>> DecideAsync(CallerContext caller, RosterRequest request, IUnitOfWork unit)
    {
        var ending = door.Watch(caller);
        var statement = StatementOf(request.Kind);
        var detail = new Dictionary<string, object?> { ["roster"] = request.Kind, ["page"] = request.Page };
        var source = rosters.FirstOrDefault(roster => roster.Kind == request.Kind);
        Refusal? refusal = null;
        if (!await door.IsLiveAsync(caller, unit)) refusal = new Refusal(GateErrors.SessionEnded, Reasons.SessionEnded);
        else if (source is null || request.Page is < 0 or > LongestRoster / RosterRequest.PageSize || !RoleReach.HoldsRoster(caller, request.Kind, statement.Purpose, door.Now)) refusal = new Refusal(GateErrors.OutOfRole, Reasons.OutOfRole);
        if (refusal is not null) return await door.RefuseAsync(caller, AuditEvents.List, statement, refusal, detail, unit);

        var members = await source!.MembersAsync(caller, LongestRoster, unit);
        var steps = Math.Max(1, (members.Count + Step - 1) / Step);
        var ticket = door.Ticket(caller, members, steps * Step);
        var read = await facts.ReadAsync(ticket, unit);
        var decisions = await door.DecideAsync(caller, AccessVerb.List, statement, read, unit);
        var held = await summaries.ReadAsync(ticket, unit);
        var visible = Enumerable.Range(0, members.Count).Where(i => decisions[i].Visible)
            .OrderBy(i => held[i].Held.FamilyName, ByName)
            .ThenBy(i => held[i].Held.GivenName, ByName)
            .ThenBy(i => held[i].Held.BirthYear).ToList();
        var page = visible.Skip(request.Page * RosterRequest.PageSize).Take(RosterRequest.PageSize).ToList();
        detail["results"] = page.Select(i => new { pseudonym = pseudonyms.Of(read[i].Child, unit), version = read[i].Version }).ToList();
        var entry = await door.GrantAsync(caller, AuditEvents.List, statement, null, detail, unit);
        var pass = new SearchPass(door.Terms(caller, entry, ending), page.Select(i => read[i].Child).ToHashSet());
        return new RosterPage(
            [.. page.Select(i => Disclose(pass, caller, read[i].Child, decisions[i], held[i]))],
            visible.Count > (request.Page + 1) * RosterRequest.PageSize);
    }

    private Disclosed<RosterLine> Disclose(SearchPass pass, CallerContext caller, ChildId child, Decision decision, Undisclosed<ChildSummary> summary)
    {
        var authorityShown = decision.Granted.Contains(PartKey.ResponsibleAuthority);
        return pass.Disclose(child, summary).Value.Select(held => new RosterLine(handles.Issue(caller, child), authorityShown ? held : held with { Authority = null }));
    }
}
