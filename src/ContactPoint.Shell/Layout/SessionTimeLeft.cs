using ContactPoint.Shell.Session;
using ContactPoint.Ui.Layout;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.Layout;

/// <summary>How long this circuit's session lasts, read again now and then.</summary>
public sealed class SessionTimeLeft : TimeLeft
{
    private static readonly TimeSpan ReadAgain = TimeSpan.FromSeconds(30);

    private long read;

    [Inject]
    private CircuitSession Session { get; set; } = default!;

    private DateTimeOffset Soonest => Session.IdleEndsAt < Session.EndsAt ? Session.IdleEndsAt : Session.EndsAt;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        read = Clock.GetTimestamp();
        Ends = Soonest;
    }

    // Reading the session's times is no activity: it keeps nobody signed in.
    /// <inheritdoc />
    protected override async ValueTask<DateTimeOffset?> ReadEndsAsync()
    {
        if (Clock.GetElapsedTime(read) >= ReadAgain)
        {
            read = Clock.GetTimestamp();
            await Session.TryRefreshAsync();
        }

        return Soonest;
    }
}
