using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Queue;

/// <summary>What the audit trail says of decisions.</summary>
internal static class QueueEvents
{
    public static readonly AccessStatement Statement = new(Purpose.DataQuality, Relationship.MyAreaOrSetting);

    public static AuditEvent NotDone(AuditEventType type, CallerContext caller, Guid subject, ReasonCode reason) => new()
    {
        Type = type,
        Actor = AuditActor.Of(caller),
        Outcome = AuditOutcome.Refused,
        Statement = Statement,
        Reasons = [reason],
        Detail = new Dictionary<string, object?> { ["subject"] = subject },
    };

    /// <summary>A decision. On the child that the steward chose, or the new one; what became of the row in truth stands in the sealed part.</summary>
    public static AuditEvent Decided(CallerContext caller, WaitingRow row, DecisionRow decision, DecisionDocument document, IReadOnlyDictionary<string, object?>? before, IReadOnlyDictionary<string, object?>? after) => new()
    {
        Type = AuditEvents.QueuedRowDecided,
        Actor = AuditActor.Of(caller),
        Outcome = AuditOutcome.Granted,
        Statement = Statement,
        Child = document switch
        {
            { Chosen: { } chosen } => new ChildId(chosen),
            { Apart: [var only] } => new ChildId(only),
            _ when document.Child != Guid.Empty => new ChildId(document.Child),
            _ => null,
        },
        Target = document.Child == Guid.Empty ? null : new AuditTarget("child", document.Child, before, after),
        Detail = new Dictionary<string, object?>
        {
            ["decision"] = decision.DecisionId,
            ["row"] = row.Row.QueuedId,
            ["run"] = row.Run.RunId,
            ["source"] = row.Row.Source,
            ["line"] = row.Row.Line,
            ["choice"] = decision.Choice.ToString(),
            ["hidden"] = document.Chosen is not null,
            ["apart"] = document.Apart,
        },
    };

    public static AuditEvent Undone(CallerContext caller, DecisionRow decision, DecisionDocument document, object? before, object? after, IReadOnlyList<string> left) => new()
    {
        Type = AuditEvents.DecisionUndone,
        Actor = AuditActor.Of(caller),
        Outcome = AuditOutcome.Granted,
        Statement = Statement,
        Child = document switch
        {
            { Chosen: { } chosen } => new ChildId(chosen),
            { Apart: [var only] } => new ChildId(only),
            _ when document.Child != Guid.Empty => new ChildId(document.Child),
            _ => null,
        },
        Target = document.Child == Guid.Empty ? null : new AuditTarget("child", document.Child, before, after),
        Detail = new Dictionary<string, object?>
        {
            ["decision"] = decision.DecisionId,
            ["row"] = decision.QueuedId,
            ["choice"] = decision.Choice.ToString(),
            ["left"] = left,
        },
    };
}
