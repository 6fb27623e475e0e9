using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Layout;

/// <summary>
/// How long the session lasts without further work, by the server's clock. It counts minutes, to keep the line quiet; screen readers
/// hear it in the last two minutes only. It decides nothing: sessions end on the server.
/// </summary>
public partial class TimeLeft : ComponentBase
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private ITimer? timer;
    private string? last;

    /// <summary>When the session ends; null hides it.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset? Ends { get; set; }

    private TimeSpan Left => Ends is { } ends && ends > Clock.GetUtcNow() ? ends - Clock.GetUtcNow() : TimeSpan.Zero;

    private bool Soon => Left <= TimeSpan.FromMinutes(2);

    private string Words => Left.TotalMinutes switch
    {
        <= 0 => L["Time.Over"],
        < 1 => L["Time.UnderAMinute"],
        < 2 => L["Time.OneMinute"],
        var minutes => L["Time.Minutes", (int)minutes],
    };

    /// <inheritdoc />
    public void Dispose()
    {
        timer?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized() => timer = Clock.CreateTimer(_ => InvokeAsync(Tick), null, Beat, Beat);

    private void Tick()
    {
        if (Words == last)
            return;
        last = Words;
        StateHasChanged();
    }
}
