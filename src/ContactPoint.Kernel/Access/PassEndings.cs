using System.Collections.Concurrent;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Kernel.Access;

/// <summary>What ends a pass before its time. Taken before the decision begins, so that a revocation in between is not missed.</summary>
internal readonly record struct PassEnding(CancellationToken Session, CancellationToken Record);

/// <summary>Ends passes when their session, user, organisation or record is revoked: a pass that was issued a moment ago discloses nothing more.</summary>
internal sealed class PassEndings : IDisposable
{
    private const int SweepAt = 100_000;
    private static readonly TimeSpan RecordsKept = TimeSpan.FromMinutes(30);

    // By token too: a fresh code ends the passes of who came by the one before, and not those of the page that it opened.
    private readonly ConcurrentDictionary<(Guid Session, Guid Token), Ending> sessions = new();
    private readonly ConcurrentDictionary<Guid, Ending> records = new();
    private readonly IDisposable subscription;
    private readonly TimeProvider clock;

    public PassEndings(IRevocations revocations, TimeProvider clock)
    {
        this.clock = clock;
        subscription = revocations.Subscribe(End);
    }

    public PassEnding Of(CallerContext caller, ChildId? child = null)
    {
        Sweep(sessions);
        Sweep(records);
        var session = sessions.GetOrAdd((caller.SessionId, caller.TokenId ?? Guid.Empty), static (_, who) => new Ending(who.UserId, who.OrganisationId, who.SessionEndsAt), caller);
        var until = clock.GetUtcNow() + RecordsKept;
        var record = child is { } opened ? records.AddOrUpdate(opened.Value, static (_, end) => new Ending(Guid.Empty, Guid.Empty, end), static (_, known, end) => known.Until(end), until) : null;
        return new PassEnding(session.Source.Token, record?.Source.Token ?? CancellationToken.None);
    }

    public void Dispose() => subscription.Dispose();

    // Sessions that are over by themselves, and records whose last pass has run out.
    private void Sweep<T>(ConcurrentDictionary<T, Ending> endings)
        where T : notnull
    {
        if (endings.Count <= SweepAt) return;
        var now = clock.GetUtcNow();
        foreach (var (subject, ending) in endings)
            if (ending.EndsAt < now) endings.TryRemove(subject, out _);
    }

    private void End(RevocationNotice notice)
    {
        if (notice.Kind == RevocationKind.Record)
        {
            if (records.TryRemove(notice.Subject, out var record)) record.Source.Cancel();
            return;
        }

        foreach (var (bound, ending) in sessions)
        {
            var hit = notice.Kind switch
            {
                RevocationKind.Session => bound.Session == notice.Subject,
                RevocationKind.Token => bound.Token == notice.Subject,
                RevocationKind.User => ending.User == notice.Subject,
                RevocationKind.Organisation => ending.Organisation == notice.Subject,
                _ => false,
            };
            if (hit && sessions.TryRemove(bound, out var ended)) ended.Source.Cancel();
        }
    }

    private sealed class Ending(Guid user, Guid organisation, DateTimeOffset endsAt)
    {
        public Guid User => user;

        public Guid Organisation => organisation;

        public DateTimeOffset EndsAt { get; private set; } = endsAt;

        public CancellationTokenSource Source { get; } = new();

        public Ending Until(DateTimeOffset later)
        {
            EndsAt = later;
            return this;
        }
    }
}
