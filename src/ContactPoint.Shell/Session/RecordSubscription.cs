using ContactPoint.Sdk.Children;

namespace ContactPoint.Shell.Session;

/// <summary>A page that waits for word about one child.</summary>
internal sealed partial class RecordSubscription(ChildId child, Func<Task> revoked, ILogger logger) : IDisposable
{
    private Action? end;

    public ChildId Child => child;

    public void OnDispose(Action action) => end = action;

    public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();

    /// <summary>Tells the page, without waiting for it.</summary>
    public void Tell() => _ = Task.Run(async () =>
    {
        try
        {
            await revoked();
        }
#pragma warning disable CA1031 // A page that is just going away must not disturb who revokes.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(logger, fault.GetType().Name);
        }
    });

    [LoggerMessage(4022, LogLevel.Warning, "A page could not be told of a revocation ({Kind}).")]
    private static partial void LogFault(ILogger logger, string kind);
}
