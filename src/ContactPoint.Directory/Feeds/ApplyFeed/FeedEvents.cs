using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>What the audit trail says of whole runs. Counts are those that a steward without clearance sees.</summary>
internal static class FeedEvents
{
    public static AuditEvent Received(CallerContext caller, FeedRunRow run) => Of(AuditEvents.FeedReceived, AuditOutcome.Granted, caller, run);

    public static AuditEvent Refused(CallerContext caller, FeedRunRow run) => Of(AuditEvents.FeedRefused, AuditOutcome.Refused, caller, run);

    public static AuditEvent Applied(CallerContext caller, FeedRunRow run) => Of(AuditEvents.FeedApplied, AuditOutcome.Granted, caller, run, new()
    {
        ["rows"] = run.Rows,
        ["applied"] = run.Applied,
        ["unchanged"] = run.Unchanged,
        ["created"] = run.Created,
        ["queued"] = run.Queued,
        ["rejected"] = run.Rejected,
        ["ended"] = run.Ended,
    });

    /// <summary>Somebody lets a run go on past the threshold (FED-5).</summary>
    public static AuditEvent Approved(CallerContext caller, FeedRunRow run) => Of(AuditEvents.FeedReceived, AuditOutcome.Granted, caller, run, new()
    {
        ["wouldChange"] = run.WouldChange,
        ["wouldEnd"] = run.WouldEnd,
        ["previous"] = run.PreviousRows,
    });

    /// <summary>A file that was not taken, for the source it was to speak for.</summary>
    public static AuditEvent NotTaken(CallerContext caller, Guid source, Error error, ReasonCode reason) =>
        NotDone(AuditEvents.FeedRefused, caller, reason, new() { ["source"] = source, ["error"] = error.Code });

    /// <summary>An act on a run that was refused, whether there is such a run or not.</summary>
    public static AuditEvent NotDone(AuditEventType type, CallerContext caller, Guid run, string act, ReasonCode reason) =>
        NotDone(type, caller, reason, new() { ["run"] = run, ["act"] = act });

    /// <summary>The outcome file is handed out, whole or in part: written before the first byte is.</summary>
    public static AuditEvent Exported(CallerContext caller, FeedRunRow run, int rows) =>
        Of(AuditEvents.FeedExported, AuditOutcome.Granted, caller, run, new() { ["rows"] = rows });

    private static AuditEvent NotDone(AuditEventType type, CallerContext caller, ReasonCode reason, Dictionary<string, object?> detail) => new()
    {
        Type = type,
        Actor = AuditActor.Of(caller),
        Outcome = AuditOutcome.Refused,
        Reasons = [reason],
        Detail = detail,
    };

    private static AuditEvent Of(AuditEventType type, AuditOutcome outcome, CallerContext caller, FeedRunRow run, Dictionary<string, object?>? more = null) => new()
    {
        Type = type,
        Actor = AuditActor.Of(caller),
        Outcome = outcome,
        Target = new AuditTarget("feed-run", run.RunId, null, null),
        Detail = new Dictionary<string, object?>(more ?? [])
        {
            ["source"] = run.Source,
            ["file"] = run.FileName,
            ["bytes"] = run.FileBytes,
            ["asAt"] = run.AsAt,
            ["approved"] = run.IsApproved,
            ["error"] = run.ErrorCode,
        },
    };
}
