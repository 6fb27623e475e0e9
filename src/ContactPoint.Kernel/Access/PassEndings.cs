using System.Collections.Concurrent;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Access;

/// <summary>Ends passes when their session, user or organisation is revoked: a pass that was issued a moment ago discloses nothing more.</summary>
internal sealed class PassEndings : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Ending> sessions = new();
    private readonly IDisposable subscription;

    public PassEndings(IRevocations revocations) => subscription = revocations.Subscribe(End);

    public CancellationToken For(CallerContext caller)
    {
        if (sessions.Count > 200_000) sessions.Clear();
        return sessions.GetOrAdd(caller.SessionId, static (_, who) => new Ending(who.UserId, who.OrganisationId), caller).Source.Token;
    }

    public void Dispose() => subscription.Dispose();

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

    private sealed class Ending(Guid user, Guid organisation)
    {
        public Guid User => user;

        public Guid Organisation => organisation;

        public CancellationTokenSource Source { get; } = new();
    }
}
