using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds;

/// <summary>The true reasons of refusals about feeds. They stay in the audit trail; docs/security-model.md explains each.</summary>
internal static class FeedReasons
{
    public static readonly ReasonCode NoSuchRun = new(600, "feed-run-absent");
    public static readonly ReasonCode RunOfAnother = new(601, "feed-run-out-of-reach");
    public static readonly ReasonCode NotWaiting = new(602, "feed-run-not-waiting");
    public static readonly ReasonCode SessionEnded = new(603, "feed-session-ended-since");
    public static readonly ReasonCode UnknownSource = new(610, "feed-source-absent");
    public static readonly ReasonCode SourceOfAnother = new(611, "feed-source-out-of-reach");
    public static readonly ReasonCode NotYet = new(612, "feed-day-to-come");
    public static readonly ReasonCode TooLarge = new(613, "feed-too-large-for-dry-run");
    public static readonly ReasonCode WrongFormat = new(615, "feed-format-not-supplied");
    public static readonly ReasonCode ModuleOff = new(616, "feed-module-off");
    public static readonly ReasonCode SourceClosed = new(617, "feed-source-closed");
    public static readonly ReasonCode Busy = new(614, "feed-source-busy");
    public static readonly ReasonCode NoSuchRow = new(620, "queued-row-absent");
    public static readonly ReasonCode RowOfAnother = new(621, "queued-row-out-of-reach");
    public static readonly ReasonCode Decided = new(622, "queued-row-decided-since");
    public static readonly ReasonCode NoSuchCandidate = new(623, "queued-row-candidate-absent");
    public static readonly ReasonCode Taken = new(624, "queued-row-candidate-taken");
    public static readonly ReasonCode NoSuchDecision = new(625, "queue-decision-absent");
    public static readonly ReasonCode DecisionOfAnother = new(626, "queue-decision-out-of-reach");
    public static readonly ReasonCode InUse = new(627, "queue-record-in-use");
}
