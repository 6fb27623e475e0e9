using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace ContactPoint.Ui.Feedback;

/// <summary>
/// Progress of anything over two seconds: a bar, how many of how many, and about how long it will take. Screen readers hear it at
/// the start, at each tenth and at the end, not at each count.
/// </summary>
public partial class ProgressWithCounts : ComponentBase
{
    private string labelId = "";
    private string announced = "";
    private int lastTenth = -1;

    /// <summary>What is being done: "Checking the school roll".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>How many are done, 0 or more.</summary>
    [Parameter, EditorRequired]
    public long Count { get; set; }

    /// <summary>How many there are; null while nobody knows.</summary>
    [Parameter]
    public long? Total { get; set; }

    /// <summary>About how long it will still take; null while nobody knows.</summary>
    [Parameter]
    public TimeSpan? TimeLeft { get; set; }

    [Inject]
    private ElementIds Ids { get; set; } = default!;

    private double? Share => Total switch
    {
        null => null,
        <= 0 => 1,
        { } total => Math.Clamp((double)Count / total, 0, 1),
    };

    private string Counts => Total is { } total ? L["Progress.Counts", Count, total] : L["Progress.CountOnly", Count];

    private string? Remaining => Share >= 1 ? L["Progress.Done"].Value : TimeLeft is { } left ? Estimate(left).Value : null;

    private LocalizedString Estimate(TimeSpan left) => left switch
    {
        { TotalSeconds: < 10 } => L["Progress.Seconds"],
        { TotalSeconds: < 90 } => L["Progress.SecondsLeft", (int)Math.Ceiling(left.TotalSeconds / 10) * 10],
        { TotalMinutes: < 90 } => L["Progress.MinutesLeft", (int)Math.Ceiling(left.TotalMinutes)],
        _ => L["Progress.HoursLeft", (int)Math.Ceiling(left.TotalHours)],
    };

    /// <inheritdoc />
    protected override void OnInitialized() => labelId = Ids.Next("cp-progress");

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var tenth = Share is { } share ? (int)(share * 10) : 0;
        if (tenth == lastTenth)
            return;
        lastTenth = tenth;
        announced = Remaining is null ? $"{Label}: {Counts}" : $"{Label}: {Counts}, {Remaining}";
    }
}
