using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ContactPoint.Ui.Feedback;

/// <summary>
/// Asks before something that cannot be undone or that others will see. Escape and the second button cancel; a click beside it does
/// nothing, so that nothing is lost by a slip. The page closes it after the command: set <see cref="Open"/> to false.
/// </summary>
public partial class ConfirmDialog : ComponentBase
{
    private readonly DialogOptions options = new() { CloseOnEscapeKey = true, BackdropClick = false, MaxWidth = MaxWidth.Small, FullWidth = true };
    private bool hasPlace;

    /// <summary>True while it is shown.</summary>
    [Parameter]
    public bool Open { get; set; }

    /// <summary>Called with false when it was cancelled.</summary>
    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    /// <summary>The question.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What will happen.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The verb: "End involvement", never "OK".</summary>
    [Parameter, EditorRequired]
    public string ConfirmText { get; set; } = "";

    /// <summary>The words for leaving all as it is; "Cancel" if null.</summary>
    [Parameter]
    public string? CancelText { get; set; }

    /// <summary>True if it takes something away.</summary>
    [Parameter]
    public bool Dangerous { get; set; }

    /// <summary>True while the command runs.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Called when the person confirmed.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnConfirm { get; set; }

    [Inject]
    private DialogPlace Place { get; set; } = default!;

    // Until it first opens it is nothing at all.
    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Open || hasPlace) return;
        await Place.NeedAsync();
        hasPlace = true;
    }

    private Task VisibleChangedAsync(bool visible)
    {
        Open = visible;
        return OpenChanged.InvokeAsync(visible);
    }
}
