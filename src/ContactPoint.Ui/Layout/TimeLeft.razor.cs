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
    [Parameter]
    public DateTimeOffset? Ends { get; set; }

    /// <summary>The server's clock.</summary>
    [Inject]
    protected TimeProvider Clock { get; set; } = default!;

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

    /// <summary>When the session ends, by now: asked at each beat, so that what holds this need not be drawn again to tell it.</summary>
    protected virtual ValueTask<DateTimeOffset?> ReadEndsAsync() => new(Ends);

    /// <inheritdoc />
    protected override void OnInitialized() => timer = Clock.CreateTimer(_ => _ = InvokeAsync(TickAsync), null, Beat, Beat);

    /// <inheritdoc />
    protected override void OnParametersSet() => last = Words;

    private async Task TickAsync()
    {
        Ends = await ReadEndsAsync();
        if (Words == last)
            return;
        last = Words;
        StateHasChanged();
    }
}
