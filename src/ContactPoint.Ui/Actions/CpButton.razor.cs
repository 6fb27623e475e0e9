using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ContactPoint.Ui.Actions;

/// <summary>
/// A button at least 44 px high, or a link that looks like one when <see cref="Href"/> is given.
/// While <see cref="Busy"/> it stays focusable but does nothing, so that focus is not lost and a second press has no effect.
/// The command behind it must still guard itself: a circuit can be sent an event for a button that is gone.
/// </summary>
public partial class CpButton : ComponentBase
{
    private bool working;

    /// <summary>The words on it, beginning with a verb.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>How much weight it carries.</summary>
    [Parameter]
    public ButtonKind Kind { get; set; } = ButtonKind.Primary;

    /// <summary>True to send the form that it stands in.</summary>
    [Parameter]
    public bool Submit { get; set; }

    /// <summary>Where it leads, if it is a link.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>An icon constant of MudBlazor, shown before the words and hidden from screen readers.</summary>
    [Parameter]
    public string? Icon { get; set; }

    /// <summary>True while its command runs.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>True to switch it off. Prefer leaving it on and saying what is missing.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>
    /// The full name for screen readers where the visible words alone would repeat down a list ("Open Jayden Osborne").
    /// It must begin with the visible words (WCAG 2.5.3).
    /// </summary>
    [Parameter]
    public string? AccessibleName { get; set; }

    /// <summary>Called on a press, not while busy or disabled.</summary>
    [Parameter]
    public EventCallback<MouseEventArgs> OnClick { get; set; }

    /// <summary>Further attributes for the element.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private bool IsBusy => Busy || working;

    private string Classes => ClassesOf(Kind);

    /// <summary>Is busy while something runs: <see cref="Busy"/> for a button in a form that need not be drawn again for it.</summary>
    /// <param name="work">What runs; its faults are the caller's.</param>
    public async Task BusyWhileAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        working = true;
        StateHasChanged();
        try
        {
            await work();
        }
        finally
        {
            working = false;
            StateHasChanged();
        }
    }

    private Task ClickAsync(MouseEventArgs args) => IsBusy || Disabled ? Task.CompletedTask : OnClick.InvokeAsync(args);

    // Constants: a circuit keeps each text that it shows.
    private static string ClassesOf(ButtonKind kind) => kind switch
    {
        ButtonKind.Secondary => "cp-button cp-button--secondary",
        ButtonKind.Danger => "cp-button cp-button--danger",
        ButtonKind.Quiet => "cp-button cp-button--quiet",
        _ => "cp-button cp-button--primary",
    };
}
