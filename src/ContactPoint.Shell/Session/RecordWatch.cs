using ContactPoint.Sdk.Children;

namespace ContactPoint.Shell.Session;

/// <summary>Ends its subscriptions with its circuit, should a page forget.</summary>
internal sealed class RecordWatch(SessionWatch watch, ILogger<RecordWatch> logger) : IRecordWatch, IDisposable
{
    private readonly List<IDisposable> open = [];

    public IDisposable Watch(ChildId child, Func<Task> revoked)
    {
        var subscription = watch.Watch(new RecordSubscription(child, revoked, logger));
        lock (open)
            open.Add(subscription);
        return subscription;
    }

    public void Dispose()
    {
        lock (open)
            open.ForEach(subscription => subscription.Dispose());
    }
}
