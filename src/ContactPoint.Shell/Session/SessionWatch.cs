using System.Collections.Concurrent;
using ContactPoint.Sdk.Access;
using ContactPoint.Shell.SignIn;

namespace ContactPoint.Shell.Session;

/// <summary>
/// Hears every revocation and carries it to what is open: circuits go blank at once, connections are aborted soon after, record pages
/// are told (USR-8). .NET cannot close a circuit from outside; a blank circuit whose connection is gone and cannot come back is as good.
/// </summary>
internal sealed class SessionWatch : IDisposable
{
    /// <summary>How many circuits a session may have; a further one closes the oldest.</summary>
    public const int MostCircuits = 4;

    /// <summary>How many connections a session may have: its circuits, and reloads whose old line is not yet gone.</summary>
    public const int MostConnections = 8;

    private readonly ConcurrentDictionary<CircuitSession, long> circuits = new();
    private readonly ConcurrentDictionary<HubLine, byte> lines = new();
    private readonly ConcurrentDictionary<RecordSubscription, byte> records = new();
    private readonly CircuitSecrets secrets;
    private readonly IDisposable subscription;
    private readonly Lock gate = new();
    private long joined;

    public SessionWatch(IRevocations revocations, CircuitSecrets secrets)
    {
        this.secrets = secrets;
        subscription = revocations.Subscribe(Hear);
    }

    /// <summary>Takes a connection in; false when the session has too many.</summary>
    public bool TryAdd(HubLine line)
    {
        lock (gate)
            return lines.Keys.Count(other => other.SessionId == line.SessionId) < MostConnections && lines.TryAdd(line, 0);
    }

    public void Remove(HubLine line) => lines.TryRemove(line, out _);

    /// <summary>Takes a circuit in and closes the session's oldest if it has too many.</summary>
    public void Add(CircuitSession circuit)
    {
        CircuitSession[] surplus;
        lock (gate)
        {
            circuits[circuit] = ++joined;
            surplus = [.. circuits.Where(other => other.Key.SessionId == circuit.SessionId).OrderByDescending(other => other.Value).Skip(MostCircuits).Select(other => other.Key)];
        }

        foreach (var old in surplus)
            End(old, SignedOutReason.TooManyWindows);
    }

    public void Remove(CircuitSession circuit) => circuits.TryRemove(circuit, out _);

    /// <summary>Has a page told when its child's record is revoked.</summary>
    public IDisposable Watch(RecordSubscription record)
    {
        records[record] = 0;
        record.OnDispose(() => records.TryRemove(record, out _));
        return record;
    }

    /// <summary>A session has ended: nothing of it stays on a screen.</summary>
    public void EndSession(Guid session, SignedOutReason? reason = null) => EndAll(binding => binding.Session == session, reason);

    /// <summary>A token was renewed, or its session found to have ended: what was opened with it ends, and nothing else of the session.</summary>
    public void EndToken(Guid token, SignedOutReason? reason = null) => EndAll(binding => binding.Token == token, reason);

    public void Dispose() => subscription.Dispose();

    private void Hear(RevocationNotice notice)
    {
        switch (notice.Kind)
        {
            case RevocationKind.Session:
                EndSession(notice.Subject);
                break;
            case RevocationKind.Token:
                EndToken(notice.Subject, SignedOutReason.Renewed);
                break;
            case RevocationKind.User:
                EndThose(circuit => circuit.UserId == notice.Subject);
                break;
            case RevocationKind.Organisation:
                EndThose(circuit => circuit.OrganisationId == notice.Subject);
                break;
            case RevocationKind.Record:
                foreach (var record in records.Keys.Where(record => record.Child.Value == notice.Subject))
                    record.Tell();
                break;
        }
    }

    private void EndAll(Func<SessionBinding, bool> isMeant, SignedOutReason? reason)
    {
        secrets.Forget(isMeant);
        foreach (var circuit in circuits.Keys.Where(circuit => isMeant(circuit.Binding)))
            End(circuit, reason ?? circuit.ReasonNow());
        foreach (var line in lines.Keys.Where(line => isMeant(line.Binding)))
            line.End();
    }

    private void EndThose(Func<CircuitSession, bool> isMeant)
    {
        foreach (var session in circuits.Keys.Where(isMeant).Select(circuit => circuit.SessionId).Distinct().ToArray())
            EndSession(session);
    }

    private void End(CircuitSession circuit, SignedOutReason reason)
    {
        Remove(circuit);
        circuit.End(reason);
    }
}
