using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Access;

/// <summary>What all verbs of the gate begin and end with: admission, the audit entry, the terms of a pass.</summary>
internal sealed class GateDoor(ISessionCheck sessions, IAuditTrail trail, PassEndings endings, DisclosurePolicy policy, IIdSource ids, TimeProvider clock)
{
    private static readonly TimeSpan PassLifetime = TimeSpan.FromMinutes(15);

    public DateTimeOffset Now => clock.GetUtcNow();

    public string PolicyVersion => policy.Version;

    /// <summary>Session, then role scope and purpose; null when the caller may go on. Depends on the caller and the statement alone, never on a child.</summary>
    public async ValueTask<Refusal?> AdmitAsync(CallerContext caller, AccessStatement statement, IUnitOfWork unit)
    {
        if (!await sessions.IsLiveAsync(caller, unit)) return new Refusal(GateErrors.SessionEnded, Reasons.SessionEnded);
        if (caller.SecondFactor is SecondFactor.None) return new Refusal(GateErrors.SessionEnded, Reasons.NoSecondFactor);
        if (!Enum.IsDefined(statement.Purpose) || !Enum.IsDefined(statement.Relationship)
            || statement.Purpose is Purpose.None || statement.Relationship is Relationship.None) return new Refusal(GateErrors.NotStated, Reasons.NotStated);
        return RoleReach.Reaches(caller, statement.Purpose, Now) ? null : new Refusal(GateErrors.OutOfRole, Reasons.OutOfRole);
    }

    public ValueTask<bool> IsLiveAsync(CallerContext caller, IUnitOfWork unit) => sessions.IsLiveAsync(caller, unit);

    /// <summary>Records a refusal and gives it its words.</summary>
    public async ValueTask<Error> RefuseAsync(CallerContext caller, AuditEventType type, AccessStatement? statement, Refusal refusal, IReadOnlyDictionary<string, object?> detail, IUnitOfWork unit)
    {
        await trail.AppendAsync(new AuditEvent
        {
            Type = type,
            Actor = AuditActor.Of(caller),
            Outcome = AuditOutcome.Refused,
            Statement = statement,
            Reasons = refusal.Reasons,
            PolicyVersion = policy.Version,
            Child = refusal.Child,
            Detail = detail,
        }, unit);
        return refusal.Error;
    }

    public ValueTask<Guid> GrantAsync(CallerContext caller, AuditEventType type, AccessStatement? statement, ChildId? child, IReadOnlyDictionary<string, object?> detail, IUnitOfWork unit) =>
        trail.AppendAsync(new AuditEvent
        {
            Type = type,
            Actor = AuditActor.Of(caller),
            Outcome = AuditOutcome.Granted,
            Statement = statement,
            Reasons = [Reasons.Granted],
            PolicyVersion = policy.Version,
            Child = child,
            Detail = detail,
        }, unit);

    public ValueTask<IReadOnlyList<Decision>> DecideAsync(CallerContext caller, AccessVerb verb, AccessStatement statement, IReadOnlyList<ChildFacts> facts, IUnitOfWork unit) =>
        policy.DecideAsync(new PolicyQuestion(caller, verb, statement, Now), facts, unit);

    /// <summary>Begins to watch for revocations. Before anything else, so that one between the check and the pass is not missed.</summary>
    public PassEnding Watch(CallerContext caller, ChildId? child = null) => endings.Of(caller, child);

    public PassTerms Terms(CallerContext caller, Guid entry, PassEnding ending) =>
        new(caller, entry, policy.Version, Now + PassLifetime, clock, ending.Session, ending.Record);

    /// <summary>The gate's ticket to its ports: exactly <paramref name="size"/> children, those asked for first, then ids of nobody.</summary>
    public FactsPass Ticket(CallerContext caller, IReadOnlyList<ChildId> asked, int size)
    {
        var children = new ChildId[size];
        for (var i = 0; i < size; i++) children[i] = i < asked.Count ? asked[i] : new ChildId(ids.NewId());
        return new FactsPass(Terms(caller, Guid.Empty, Watch(caller)), children);
    }
}

/// <summary>A refusal: what is said, and the truth for the audit trail.</summary>
internal sealed record Refusal(Error Error, IReadOnlyList<ReasonCode> Reasons, ChildId? Child = null)
{
    public Refusal(Error error, ReasonCode reason)
        : this(error, [reason])
    {
    }
}
