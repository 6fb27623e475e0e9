namespace ContactPoint.Sdk.Audit;

/// <summary>A kind of event, by a stable number in blocks of 100.</summary>
/// <param name="Code">The stable number. Never reused.</param>
/// <param name="Name">Dotted name.</param>
public sealed record AuditEventType(int Code, string Name);

/// <summary>The event types of the core product. Modules use numbers from 10,000.</summary>
public static class AuditEvents
{
    /// <summary>A search, with parameters and results.</summary>
    public static readonly AuditEventType Search = new(100, "record.search");

    /// <summary>The opening of a record, with parts granted and withheld.</summary>
    public static readonly AuditEventType Open = new(101, "record.open");

    /// <summary>A page of a roster.</summary>
    public static readonly AuditEventType List = new(102, "record.list");

    /// <summary>A granted part could not be read.</summary>
    public static readonly AuditEventType PartFailed = new(103, "record.part-failed");

    /// <summary>A registered job began.</summary>
    public static readonly AuditEventType JobBegun = new(110, "job.begun");

    /// <summary>A record was created.</summary>
    public static readonly AuditEventType ChildCreated = new(200, "child.created");

    /// <summary>A record was changed.</summary>
    public static readonly AuditEventType ChildChanged = new(201, "child.changed");

    /// <summary>A data steward put fields of a record right.</summary>
    public static readonly AuditEventType ChildCorrected = new(202, "child.corrected");

    /// <summary>An involvement was recorded.</summary>
    public static readonly AuditEventType InvolvementStarted = new(210, "involvement.started");

    /// <summary>An involvement ended.</summary>
    public static readonly AuditEventType InvolvementEnded = new(211, "involvement.ended");

    /// <summary>A feed was received.</summary>
    public static readonly AuditEventType FeedReceived = new(300, "feed.received");

    /// <summary>A feed was applied to its end.</summary>
    public static readonly AuditEventType FeedApplied = new(301, "feed.applied");

    /// <summary>A row of a feed was decided.</summary>
    public static readonly AuditEventType FeedRow = new(302, "feed.row");

    /// <summary>A feed was refused.</summary>
    public static readonly AuditEventType FeedRefused = new(303, "feed.refused");

    /// <summary>The outcome file of a feed was handed out.</summary>
    public static readonly AuditEventType FeedExported = new(304, "feed.exported");

    /// <summary>Rows of feeds that wait for a steward, or were decided, were listed.</summary>
    public static readonly AuditEventType QueueListed = new(305, "feed.queue-listed");

    /// <summary>A row that waits was opened beside the children it may mean.</summary>
    public static readonly AuditEventType QueuedRowOpened = new(306, "feed.queued-row-opened");

    /// <summary>A steward decided whom a row means.</summary>
    public static readonly AuditEventType QueuedRowDecided = new(307, "feed.queued-row-decided");

    /// <summary>A steward's decision was undone.</summary>
    public static readonly AuditEventType DecisionUndone = new(308, "feed.decision-undone");

    /// <summary>What sources say against corrections was listed.</summary>
    public static readonly AuditEventType ContradictionsListed = new(309, "feed.contradictions-listed");

    /// <summary>A steward dealt with a source that contradicts a correction.</summary>
    public static readonly AuditEventType ContradictionSettled = new(310, "feed.contradiction-settled");

    /// <summary>Somebody signed in.</summary>
    public static readonly AuditEventType SignedIn = new(400, "session.signed-in");

    /// <summary>A sign-in failed.</summary>
    public static readonly AuditEventType SignInFailed = new(401, "session.sign-in-failed");

    /// <summary>A session ended.</summary>
    public static readonly AuditEventType SessionEnded = new(402, "session.ended");

    /// <summary>A fresh code was given.</summary>
    public static readonly AuditEventType SteppedUp = new(403, "session.stepped-up");

    /// <summary>A user was created.</summary>
    public static readonly AuditEventType UserCreated = new(500, "user.created");

    /// <summary>A token was enrolled.</summary>
    public static readonly AuditEventType TokenEnrolled = new(501, "user.token-enrolled");

    /// <summary>A user's role scopes were set.</summary>
    public static readonly AuditEventType ScopesGranted = new(502, "user.scopes-granted");

    /// <summary>The evidence that an account needs was recorded.</summary>
    public static readonly AuditEventType EvidenceRecorded = new(503, "user.evidence-recorded");

    /// <summary>A user was suspended, reinstated or closed.</summary>
    public static readonly AuditEventType UserStateChanged = new(504, "user.state-changed");

    /// <summary>An organisation was accredited, or lost it.</summary>
    public static readonly AuditEventType AccreditationChanged = new(505, "organisation.accreditation-changed");

    /// <summary>A two-person act was proposed.</summary>
    public static readonly AuditEventType ActProposed = new(510, "act.proposed");

    /// <summary>A two-person act was confirmed.</summary>
    public static readonly AuditEventType ActConfirmed = new(511, "act.confirmed");

    /// <summary>A two-person act was refused, or taken back by its proposer.</summary>
    public static readonly AuditEventType ActRefused = new(512, "act.refused");

    /// <summary>The audit trail was listed.</summary>
    public static readonly AuditEventType AuditListed = new(600, "audit.listed");

    /// <summary>An audit entry was opened.</summary>
    public static readonly AuditEventType AuditOpened = new(601, "audit.opened");

    /// <summary>The audit trail was exported.</summary>
    public static readonly AuditEventType AuditExported = new(602, "audit.exported");

    /// <summary>A key was rotated.</summary>
    public static readonly AuditEventType KeyRotated = new(700, "key.rotated");

    /// <summary>The schema was migrated.</summary>
    public static readonly AuditEventType Migrated = new(701, "schema.migrated");

    /// <summary>The states of the modules were read.</summary>
    public static readonly AuditEventType ModulesListed = new(702, "modules.listed");

    /// <summary>A local authority's switch or setting of a module was changed.</summary>
    public static readonly AuditEventType ModuleChanged = new(703, "module.changed");

    /// <summary>A local authority's switches and settings of modules were read.</summary>
    public static readonly AuditEventType ModuleDeskRead = new(704, "module.desk-read");

    /// <summary>A module came to its state at the start.</summary>
    public static readonly AuditEventType ModuleStarted = new(705, "module.started");

    /// <summary>A job of a module ended, or ran over its time.</summary>
    public static readonly AuditEventType ModuleJobRan = new(706, "module.job-ran");

    /// <summary>All core types, for lists and filters.</summary>
    public static IReadOnlyList<AuditEventType> All { get; } =
    [
        Search, Open, List, PartFailed, JobBegun, ChildCreated, ChildChanged, ChildCorrected, InvolvementStarted, InvolvementEnded, FeedReceived, FeedApplied,
        FeedRow, FeedRefused, FeedExported, QueueListed, QueuedRowOpened, QueuedRowDecided, DecisionUndone, ContradictionsListed, ContradictionSettled, SignedIn, SignInFailed, SessionEnded, SteppedUp, UserCreated, TokenEnrolled, ScopesGranted,
        EvidenceRecorded, UserStateChanged, AccreditationChanged, ActProposed,
        ActConfirmed, AuditListed, AuditOpened, AuditExported, KeyRotated, Migrated,
        ModulesListed, ActRefused, ModuleChanged, ModuleDeskRead, ModuleStarted, ModuleJobRan,
    ];
}
