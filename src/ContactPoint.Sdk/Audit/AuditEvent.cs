using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Audit;

/// <summary>Something that is recorded.</summary>
public sealed record AuditEvent
{
    /// <summary>What kind of event.</summary>
    public required AuditEventType Type { get; init; }

    /// <summary>Who did it.</summary>
    public required AuditActor Actor { get; init; }

    /// <summary>How it ended.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>The child concerned, when there is one; stored as a pseudonym that can be erased.</summary>
    public ChildId? Child { get; init; }

    /// <summary>What was changed, when something was.</summary>
    public AuditTarget? Target { get; init; }

    /// <summary>Purpose and relationship stated, for an access.</summary>
    public AccessStatement? Statement { get; init; }

    /// <summary>The true reasons of a decision.</summary>
    public IReadOnlyList<ReasonCode> Reasons { get; init; } = [];

    /// <summary>Version of the policy that decided.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>Parameters, results, parts granted and withheld: sealed, read by reviewers only. Serialised as JSON.</summary>
    public IReadOnlyDictionary<string, object?> Detail { get; init; } = new Dictionary<string, object?>();
}

/// <summary>Who acted.</summary>
/// <param name="UserId">The user; empty for nobody known.</param>
/// <param name="SessionId">The session; empty when none.</param>
/// <param name="OrganisationId">The user's organisation; empty when none.</param>
/// <param name="Name">Display name at the time; sealed.</param>
public sealed record AuditActor(Guid UserId, Guid SessionId, Guid OrganisationId, string Name)
{
    /// <summary>The actor's local authority; null for a national one. Decides which reviewers read the entry.</summary>
    public LocalAuthorityCode? Authority { get; init; }

    /// <summary>Nobody known: a failed sign-in, say.</summary>
    public static AuditActor Unknown { get; } = new(Guid.Empty, Guid.Empty, Guid.Empty, string.Empty);

    /// <summary>The host itself.</summary>
    public static AuditActor System { get; } = new(Guid.Empty, Guid.Empty, Guid.Empty, "system");

    /// <summary>A caller.</summary>
    /// <param name="caller">The caller.</param>
    public static AuditActor Of(CallerContext caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new(caller.UserId, caller.SessionId, caller.OrganisationId, caller.DisplayName) { Authority = caller.Authority };
    }
}

/// <summary>What was changed.</summary>
/// <param name="Type">Kind of thing: <c>involvement</c>.</param>
/// <param name="Id">Its id, when it has one.</param>
/// <param name="Old">Before; null for something new. Serialised as JSON, sealed.</param>
/// <param name="New">After; null for something removed. Serialised as JSON, sealed.</param>
public sealed record AuditTarget(string Type, Guid? Id, object? Old, object? New);

/// <summary>How it ended.</summary>
public enum AuditOutcome
{
    /// <summary>Granted or done.</summary>
    Granted = 1,

    /// <summary>Refused.</summary>
    Refused = 2,

    /// <summary>Failed for a technical reason.</summary>
    Failed = 3,
}
