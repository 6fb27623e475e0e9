using System.Collections.Concurrent;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Access;

/// <summary>Ends passes when their session, user or organisation is revoked: a pass that was issued a moment ago discloses nothing more.</summary>
internal sealed class PassEndings : IDisposable
{
    private const int SweepAt = 100_000;

    private readonly ConcurrentDictionary<Guid, Ending> sessions = new();
    private readonly IDisposable subscription;
    private readonly TimeProvider clock;

    public PassEndings(IRevocations revocations, TimeProvider clock)
    {
        this.clock = clock;
        subscription = revocations.Subscribe(End);
    }

    public CancellationToken For(CallerContext caller)
    {
        if (sessions.Count > SweepAt) Sweep();
        return sessions.GetOrAdd(caller.SessionId, static (_, who) => new Ending(who.UserId, who.OrganisationId, who.SessionEndsAt), caller).Source.Token;
    }

    public void Dispose() => subscription.Dispose();

    // Sessions that are over by themselves: their passes have expired.
    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (session, ending) in sessions)
            if (ending.EndsAt < now) sessions.TryRemove(session, out _);
    }

    private void End(RevocationNotice notice)
    {
        foreach (var (session, ending) in sessions)
        {
            var hit = notice.Kind switch
            {
                RevocationKind.Session => session == notice.Subject,
                RevocationKind.User => ending.User == notice.Subject,
                RevocationKind.Organisation => ending.Organisation == notice.Subject,
                _ => false,
            };
            if (hit && sessions.TryRemove(session, out var ended)) ended.Source.Cancel();
        }
    }

    private sealed class Ending(Guid user, Guid organisation, DateTimeOffset endsAt)
    {
        public Guid User => user;

        public Guid Organisation => organisation;

        public DateTimeOffset EndsAt => endsAt;

        public CancellationTokenSource Source { get; } = new();
    }
}
