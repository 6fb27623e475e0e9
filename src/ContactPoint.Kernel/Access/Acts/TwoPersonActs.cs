using System.Text;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Access.Acts;

/// <summary>The one mechanism for acts that take two people. A confirmation happens once: one conditional update decides who was first.</summary>
internal sealed class TwoPersonActs(IUnitOfWorkFactory units, IEnumerable<ITwoPersonAct> acts, ISessionCheck sessions, IStepUp stepUp, ISealer sealer, IAuditTrail trail, IIdSource ids, TimeProvider clock) : ITwoPersonActs
{
    private const int LongestPayload = 4_000;
    private const int MostShown = 50;

    private static readonly SealPurpose Payload = new("kernel.two-person-act");
    private static readonly Error NotEntitled = new("act.not-entitled", "You may not propose or confirm this.");
    private static readonly Error NotOpen = new("act.not-open", "This proposal is no longer open. It was confirmed, or it has expired.");
    private static readonly Error SamePerson = new("act.same-person", "A different person must confirm this, in a session of their own.");
    private static readonly Error CodeNeeded = new("act.step-up", "Enter a fresh code from your token first.");
    private static readonly Error TooLong = new("act.too-long", "The proposal is too long.");

    private readonly Dictionary<string, ITwoPersonAct> kinds = acts.ToDictionary(act => act.Kind, StringComparer.Ordinal);

    public Task<Result<Guid>> ProposeAsync(CallerContext caller, string kind, string payload, CancellationToken cancellation = default) =>
        units.RunAsync<Result<Guid>>(async unit =>
        {
            if (!kinds.TryGetValue(kind, out var act) || !await sessions.IsLiveAsync(caller, unit) || !act.MayPropose(caller) || !act.MayPropose(caller, payload))
                return await RefuseAsync(caller, AuditEvents.ActProposed, kind, null, NotEntitled, unit);
            if (!stepUp.IsFresh(caller)) return await RefuseAsync(caller, AuditEvents.ActProposed, kind, null, CodeNeeded, unit);
            if (payload.Length > LongestPayload) return await RefuseAsync(caller, AuditEvents.ActProposed, kind, null, TooLong, unit);
            var now = clock.GetUtcNow();
            var row = new TwoPersonActRow
            {
                Id = ids.NewId(),
                Kind = kind,
                ProposedBy = caller.UserId,
                ProposedInSession = caller.SessionId,
                ProposedAt = now,
                ExpiresAt = now + act.Expiry,
            };
            var context = unit.Lease<KernelContext>(DisclosureScope.None);
            context.Add(row).Property(proposal => proposal.SealedPayload).CurrentValue = sealer.Seal(Payload, row.Id, Encoding.UTF8.GetBytes(payload));
            await context.SaveChangesAsync(CancellationToken.None);
            await RecordAsync(caller, AuditEvents.ActProposed, new AuditTarget(kind, row.Id, null, payload), AuditOutcome.Granted, null, unit);
            return row.Id;
        }, cancellation);

    public Task<Result<bool>> ConfirmAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default) =>
        units.RunAsync<Result<bool>>(async unit =>
        {
            var context = unit.Lease<KernelContext>(DisclosureScope.None);
            var row = await context.Set<TwoPersonActRow>().AsNoTracking().SingleOrDefaultAsync(open => open.Id == proposal);
            var now = clock.GetUtcNow();
            if (row is null || !kinds.TryGetValue(row.Kind, out var act) || !await sessions.IsLiveAsync(caller, unit) || !MayConfirm(act, caller, row))
                return await RefuseAsync(caller, AuditEvents.ActConfirmed, row?.Kind ?? "unknown", proposal, NotEntitled, unit);
            if (row.ProposedBy == caller.UserId || row.ProposedInSession == caller.SessionId)
                return await RefuseAsync(caller, AuditEvents.ActConfirmed, row.Kind, proposal, SamePerson, unit);
            if (!stepUp.IsFresh(caller)) return await RefuseAsync(caller, AuditEvents.ActConfirmed, row.Kind, proposal, CodeNeeded, unit);
            var first = await context.Set<TwoPersonActRow>()
                .Where(open => open.Id == proposal && open.ConfirmedAt == null && open.RefusedAt == null && open.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(open => open.ConfirmedBy, caller.UserId).SetProperty(open => open.ConfirmedAt, now));
            if (first != 1) return await RefuseAsync(caller, AuditEvents.ActConfirmed, row.Kind, proposal, NotOpen, unit);
            var payload = PayloadOf(row);
            if (await act.ExecuteAsync(new AgreedAct(row.Id, payload, row.ProposedBy, caller), unit) is { } hindrance)
                return await RefuseAsync(caller, AuditEvents.ActConfirmed, row.Kind, proposal, hindrance, unit);
            await RecordAsync(caller, AuditEvents.ActConfirmed, new AuditTarget(row.Kind, row.Id, null, payload), AuditOutcome.Granted, null, unit);
            return true;
        }, cancellation);

    public Task<Result<bool>> RefuseAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default) =>
        units.RunAsync<Result<bool>>(async unit =>
        {
            var context = unit.Lease<KernelContext>(DisclosureScope.None);
            var row = await context.Set<TwoPersonActRow>().AsNoTracking().SingleOrDefaultAsync(open => open.Id == proposal);
            var now = clock.GetUtcNow();
            if (row is null || !kinds.TryGetValue(row.Kind, out var act) || !await sessions.IsLiveAsync(caller, unit) || !(row.ProposedBy == caller.UserId || MayConfirm(act, caller, row)))
                return await RefuseAsync(caller, AuditEvents.ActRefused, row?.Kind ?? "unknown", proposal, NotEntitled, unit);
            var first = await context.Set<TwoPersonActRow>()
                .Where(open => open.Id == proposal && open.ConfirmedAt == null && open.RefusedAt == null && open.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(open => open.RefusedBy, caller.UserId).SetProperty(open => open.RefusedAt, now));
            if (first != 1) return await RefuseAsync(caller, AuditEvents.ActRefused, row.Kind, proposal, NotOpen, unit);
            await RecordAsync(caller, AuditEvents.ActRefused, new AuditTarget(row.Kind, row.Id, null, PayloadOf(row)), AuditOutcome.Granted, null, unit);
            return true;
        }, cancellation);

    public Task<Result<IReadOnlyList<OpenProposal>>> OpenAsync(CallerContext caller, string kind, CancellationToken cancellation = default) =>
        units.ReadAsync<Result<IReadOnlyList<OpenProposal>>>(async unit =>
        {
            if (!kinds.TryGetValue(kind, out var act) || !await sessions.IsLiveAsync(caller, unit) || !act.MayConfirm(caller)) return NotEntitled;
            var now = clock.GetUtcNow();
            var rows = await unit.Lease<KernelContext>(DisclosureScope.None).Set<TwoPersonActRow>().AsNoTracking()
                .Where(row => row.Kind == kind && row.ConfirmedAt == null && row.RefusedAt == null && row.ExpiresAt > now).OrderBy(row => row.ProposedAt).ToListAsync(CancellationToken.None);
            return rows.Where(row => MayConfirm(act, caller, row)).Take(MostShown)
                .Select(row => new OpenProposal(row.Id, PayloadOf(row), row.ProposedBy == caller.UserId, row.ProposedAt, row.ExpiresAt)).ToList();
        }, cancellation);

    private bool MayConfirm(ITwoPersonAct act, CallerContext caller, TwoPersonActRow row) => act.MayConfirm(caller) && act.MayConfirm(caller, PayloadOf(row));

    private string PayloadOf(TwoPersonActRow row) => Encoding.UTF8.GetString(sealer.Unseal(Payload, row.Id, row.SealedPayload));

    private async ValueTask<Error> RefuseAsync(CallerContext caller, AuditEventType type, string kind, Guid? proposal, Error error, IUnitOfWork unit)
    {
        await RecordAsync(caller, type, new AuditTarget(kind, proposal, null, null), AuditOutcome.Refused, error.Code, unit);
        return error;
    }

    private ValueTask<Guid> RecordAsync(CallerContext caller, AuditEventType type, AuditTarget target, AuditOutcome outcome, string? code, IUnitOfWork unit) =>
        trail.AppendAsync(new AuditEvent
        {
            Type = type,
            Actor = AuditActor.Of(caller),
            Outcome = outcome,
            Target = target,
            Detail = code is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["refusal"] = code },
        }, unit);
}
