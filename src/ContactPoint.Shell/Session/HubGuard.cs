using ContactPoint.Kernel.Identity;
using ContactPoint.Shell.SignIn;
using Microsoft.AspNetCore.SignalR;

namespace ContactPoint.Shell.Session;

/// <summary>
/// In front of every call to the circuits' hub: refuses what comes over a line whose session has ended, keeps to the rate, lets nobody
/// connect to another's circuit, and notes what a person does. Keep-alives never come here, so they are no activity.
/// </summary>
internal sealed partial class HubGuard(SessionWatch watch, CircuitSecrets secrets, ISessions sessions, ILogger<HubGuard> logger) : IHubFilter
{
    private static readonly object LineKey = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var binding = SessionBinding.Of(context.Context.User);
        var line = new HubLine(binding ?? default, context.Context);

        // First on the list, then the look at the row: a revocation or a fresh code between the two is heard.
        if (binding is not { } bound || !watch.TryAdd(line) || !await sessions.IsLiveAsync(bound.Session, bound.Token))
        {
            watch.Remove(line);
            context.Context.Abort();
            return;
        }

        context.Context.Items[LineKey] = line;
        await next(context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (context.Context.Items.TryGetValue(LineKey, out var line))
            watch.Remove((HubLine)line!);
        await next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (!invocationContext.Context.Items.TryGetValue(LineKey, out var held) || held is not HubLine line)
            return null;

        // Of an ended session only the answers that the way to the signed-out page needs; the circuit takes them once its page is blank.
        var call = HubCall.Of(invocationContext);
        if (line.HasEnded && !call.IsAnswer)
            return null;

        var wait = (call.IsEvent ? line.Events : line.Messages).Take();
        if (wait > TimeSpan.Zero && !call.IsUpload)
            await Task.Delay(wait, invocationContext.Context.ConnectionAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if ((line.HasEnded && !call.IsAnswer) || (call.IsReturn && !secrets.Belongs(line.Binding, call.Secret)))
            return null;

        if (call.IsUserAct)
            _ = TouchAsync(line.SessionId);
        var result = await next(invocationContext);
        if (call.IsStart && result is string secret)
            secrets.Remember(line.Binding, secret);
        return result;
    }

    private async Task TouchAsync(Guid session)
    {
        try
        {
            await sessions.TouchAsync(session);
        }
#pragma warning disable CA1031 // The event itself goes on; a session that cannot be touched ends a little early.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogTouch(logger, fault.GetType().Name);
        }
    }

    [LoggerMessage(4021, LogLevel.Warning, "Activity could not be noted ({Kind}).")]
    private static partial void LogTouch(ILogger logger, string kind);
}
