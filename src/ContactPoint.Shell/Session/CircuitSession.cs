using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Shell.SignIn;

namespace ContactPoint.Shell.Session;

/// <summary>The session of this circuit, as the row stands. It says when the session ends and that it has; rights are read elsewhere, each time.</summary>
internal sealed partial class CircuitSession(AmbientSession ambient, ICallerSource callers, ISessions sessions, TimeProvider clock, ILogger<CircuitSession> logger)
{
    private static readonly TimeSpan CheckedFor = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource bound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? checkedAt;
    private int ended = -1;

    /// <summary>Raised once, on any thread, when the session has ended. Listeners must be quick.</summary>
    public event Action? Ended;

    public Guid SessionId => Binding.Session;

    /// <summary>The session and the token by which the circuit was opened.</summary>
    public SessionBinding Binding { get; private set; }

    public Guid UserId { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>When it ends unless something is done, as last read.</summary>
    public DateTimeOffset IdleEndsAt { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>When it ends whatever happens.</summary>
    public DateTimeOffset EndsAt { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>Why it ended; null while it is live.</summary>
    public SignedOutReason? EndedBecause => Volatile.Read(ref ended) is var reason and >= 0 ? (SignedOutReason)reason : null;

    /// <summary>True once nothing of the session is shown any more.</summary>
    public bool IsBlank { get; set; }

    /// <summary>Completes when the circuit is bound to its session, or found to have none.</summary>
    public Task Bound => bound.Task;

    /// <summary>Binds the circuit. The id is set before the first wait: pages may ask for the caller at once.</summary>
    public async Task BindAsync(SessionBinding binding, Action<CircuitSession> enlist)
    {
        Binding = binding;
        ambient.Set(binding.Session, binding.Token);
        try
        {
            var caller = await callers.CurrentAsync();
            if (caller.Succeeded)
                (UserId, OrganisationId, EndsAt) = (caller.Value.UserId, caller.Value.OrganisationId, caller.Value.SessionEndsAt);
            enlist(this);

            // Read again once on the list, so that a revocation in between is not missed.
            if (!await RefreshAsync())
                End(await ReasonAsync());
        }
        finally
        {
            bound.TrySetResult();
        }
    }

    /// <summary>Whether the session is live and the circuit's token still its own; a positive answer holds for a second.</summary>
    public async ValueTask<bool> IsLiveAsync()
    {
        if (EndedBecause is not null)
            return false;
        if (checkedAt is { } at && clock.GetElapsedTime(at) < CheckedFor)
            return true;
        var now = clock.GetTimestamp();
        if (!await sessions.IsLiveAsync(SessionId, Binding.Token))
            return false;
        checkedAt = now;
        return true;
    }

    /// <summary>Reads the times again; false when the session has ended.</summary>
    public async Task<bool> RefreshAsync()
    {
        var caller = await callers.CurrentAsync();
        if (!caller.Succeeded)
            return false;
        var own = (await sessions.OwnAsync(caller.Value)).FirstOrDefault(session => session.Id == SessionId);
        if (own is null)
            return false;
        (IdleEndsAt, EndsAt) = (own.IdleEndsAt, own.EndsAt);
        return true;
    }

    /// <summary>Reads the times again for a watcher that nobody waits for; null when they could not be read. A watcher asks again, and its watch does not end by a failed read.</summary>
    public async Task<bool?> TryRefreshAsync()
    {
        try
        {
            return await RefreshAsync();
        }
#pragma warning disable CA1031 // Whatever broke the read, a task that nobody awaits would die of it without a word.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogUnread(logger, fault.GetType().Name);
            return null;
        }
    }

    /// <summary>Notes an act of the person at once, and reads the times again.</summary>
    public async Task<bool> StayAsync()
    {
        await sessions.TouchAsync(SessionId);
        return await RefreshAsync();
    }

    /// <summary>Ends it, once; the first reason holds.</summary>
    public void End(SignedOutReason reason)
    {
        if (Interlocked.CompareExchange(ref ended, (int)reason, -1) == -1)
            Ended?.Invoke();
    }

    /// <summary>Why it would have ended now, as far as its times tell.</summary>
    public SignedOutReason ReasonNow()
    {
        var now = clock.GetUtcNow();
        return now >= EndsAt ? SignedOutReason.TooLong : now >= IdleEndsAt ? SignedOutReason.Idle : SignedOutReason.EndedElsewhere;
    }

    /// <summary>Why it would have ended now: also whether the session goes on under a newer token.</summary>
    public async Task<SignedOutReason> ReasonAsync()
    {
        try
        {
            return await sessions.IsLiveAsync(SessionId) ? SignedOutReason.Renewed : ReasonNow();
        }
#pragma warning disable CA1031 // The circuit ends all the same; only the words are less exact.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogUnread(logger, fault.GetType().Name);
            return ReasonNow();
        }
    }

    [LoggerMessage(4023, LogLevel.Warning, "The times of a session could not be read ({Kind}).")]
    private static partial void LogUnread(ILogger logger, string kind);
}
