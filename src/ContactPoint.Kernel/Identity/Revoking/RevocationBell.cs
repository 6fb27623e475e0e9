using System.Collections.Concurrent;
using ContactPoint.Sdk.Access;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Kernel.Identity.Revoking;

/// <summary>Tells this process's listeners of a revocation, once, whether it was made here or found by the tail.</summary>
internal sealed partial class RevocationBell(ILogger<RevocationBell> logger)
{
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<long, Listener> listeners = new();
    private readonly HashSet<Guid> rung = [];
    private readonly Queue<Guid> order = [];
    private readonly Lock gate = new();
    private long lastKey;

    /// <summary>Tells every listener before it returns: when the revoker's commit is answered, no pass of this process is good any more.</summary>
    public void Ring(Guid revocation, RevocationNotice notice)
    {
        if (!IsNew(revocation)) return;
        foreach (var listener in listeners.Values) Tell(listener, notice);
    }

    public IDisposable Subscribe(Action<RevocationNotice> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var key = Interlocked.Increment(ref lastKey);
        listeners[key] = new Listener(listener, ExecutionContext.Capture());
        return new Subscription(() => listeners.TryRemove(key, out _));
    }

    private bool IsNew(Guid revocation)
    {
        lock (gate)
        {
            if (!rung.Add(revocation)) return false;
            order.Enqueue(revocation);
            if (order.Count > MostRemembered) rung.Remove(order.Dequeue());
            return true;
        }
    }

    // In the subscriber's context, not in that of the unit whose commit rings: what a listener starts is not inside that unit.
    private void Tell(Listener listener, RevocationNotice notice)
    {
        try
        {
            if (listener.Context is { } context) ExecutionContext.Run(context, _ => listener.Hear(notice), null);
            else listener.Hear(notice);
        }
#pragma warning disable CA1031 // One listener's fault must not keep the others from hearing.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogListenerFailed(logger, failure);
        }
    }

    [LoggerMessage(4103, LogLevel.Error, "A listener to revocations failed.")]
    private static partial void LogListenerFailed(ILogger logger, Exception failure);

    private sealed record Listener(Action<RevocationNotice> Hear, ExecutionContext? Context);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
