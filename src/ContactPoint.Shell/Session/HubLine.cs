using ContactPoint.Shell.SignIn;
using Microsoft.AspNetCore.SignalR;

namespace ContactPoint.Shell.Session;

/// <summary>One connection to the circuits' hub, and the session and token that it was opened with.</summary>
internal sealed class HubLine(SessionBinding binding, HubCallerContext connection)
{
    // Long enough for the blank page and the way to the signed-out page to arrive, well inside the limit of one second.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(600);

    private int ended;

    public SessionBinding Binding => binding;

    public Guid SessionId => binding.Session;

    /// <summary>Events of the browser: 20 a second, with room for a burst of typing.</summary>
    public TokenBucket Events { get; } = new(perSecond: 20, burst: 60);

    /// <summary>Everything else that a browser sends: answers to the server's calls, acknowledgements.</summary>
    public TokenBucket Messages { get; } = new(perSecond: 200, burst: 400);

    public bool HasEnded => Volatile.Read(ref ended) == 1;

    /// <summary>Takes no call from now on and is cut soon.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref ended, 1) == 0)
            _ = CutAsync();
    }

    private async Task CutAsync()
    {
        await Task.Delay(Grace);
        connection.Abort();
    }
}
