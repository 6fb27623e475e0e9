using ContactPoint.Kernel.Access.Budgets;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Access.Policy;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Access;

/// <summary>Content of one record: the same work whether the child is there, hidden or not there.</summary>
internal sealed class OpenVerb(IUnitOfWorkFactory units, IChildFacts facts, GateDoor door, Budgets.Budgets budgets, IChildHandles handles)
{
    public Task<Result<RecordPass>> RunAsync(CallerContext caller, OpenRequest request, CancellationToken cancellation) =>
        units.RunAsync(unit => DecideAsync(caller, request.Statement, handles.Resolve(caller, request.Handle), unit), cancellation);

    /// <summary>Decides again for a record that moved since its pass was issued. A further entry, no further budget: the child is the same.</summary>
    public Task<Result<RecordPass>> AgainAsync(RecordPass pass, CancellationToken cancellation) =>
        units.RunAsync(unit => DecideAsync(pass.Caller, pass.Statement, pass.Child, unit), cancellation);

    private async ValueTask<Result<RecordPass>> DecideAsync(CallerContext caller, AccessStatement statement, ChildId child, IUnitOfWork unit)
    {
        var ending = door.Watch(caller, child);
        var detail = new Dictionary<string, object?>();
        var refusal = await door.AdmitAsync(caller, statement, unit);
        refusal ??= budgets.ReserveChild(caller, child, unit) switch
        {
            BudgetAnswer.StepUpNeeded => new Refusal(GateErrors.StepUpNeeded, Reasons.BudgetSoft),
            BudgetAnswer.Exhausted => new Refusal(GateErrors.LimitReached, Reasons.BudgetHard),
            _ => null,
        };
        if (refusal is not null) return await door.RefuseAsync(caller, AuditEvents.Open, statement, refusal with { Child = child }, detail, unit);

        var read = await facts.ReadAsync(door.Ticket(caller, [child], 1), unit);
        var decision = (await door.DecideAsync(caller, AccessVerb.Open, statement, read, unit))[0];
        if (!decision.Visible) return await door.RefuseAsync(caller, AuditEvents.Open, statement, new Refusal(GateErrors.NotAvailable, decision.Reasons, child), detail, unit);

        detail["granted"] = decision.Granted.Order(PartOrder.Instance).ToList();
        detail["withheld"] = decision.WithheldAll;
        detail["version"] = read[0].Version;
        var entry = await door.GrantAsync(caller, AuditEvents.Open, statement, child, detail, unit);
        return new RecordPass(door.Terms(caller, entry, ending), child, statement, decision, read[0].Version);
    }

    private sealed class PartOrder : IComparer<PartKey>
    {
        public static readonly PartOrder Instance = new();

        public int Compare(PartKey x, PartKey y) => string.CompareOrdinal(x.Value, y.Value);
    }
}
