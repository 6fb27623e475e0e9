using System.Collections.Concurrent;
using ContactPoint.Sdk.Access;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Kernel.Identity.Revoking;

/// <summary>Tells this process's listeners of a revocation, once, whether it was made here or found by the tail.</summary>
internal sealed partial class RevocationBell(ILogger<RevocationBell> logger)
{
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<long, Action<RevocationNotice>> listeners = new();
    private readonly HashSet<Guid> rung = [];
    private readonly Queue<Guid> order = [];
    private readonly Lock gate = new();
    private long lastKey;

    public void Ring(Guid revocation, RevocationNotice notice)
    {
        if (!IsNew(revocation)) return;

        // Not on the writer's thread: nobody's commit waits for a listener, and a listener may start a unit of its own.
        ThreadPool.UnsafeQueueUserWorkItem(static state => state.Bell.Tell(state.Notice), (Bell: this, Notice: notice), preferLocal: false);
    }

    public IDisposable Subscribe(Action<RevocationNotice> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var key = Interlocked.Increment(ref lastKey);
        listeners[key] = listener;
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

    private void Tell(RevocationNotice notice)
    {
        foreach (var listener in listeners.Values)
        {
            try
            {
                listener(notice);
            }
#pragma warning disable CA1031 // One listener's fault must not keep the others from hearing.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogListenerFailed(logger, failure);
            }
        }
    }

    [LoggerMessage(4103, LogLevel.Error, "A listener to revocations failed.")]
    private static partial void LogListenerFailed(ILogger logger, Exception failure);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
