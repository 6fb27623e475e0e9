using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ContactPoint.Ui.Feedback;

/// <summary>
/// What is wrong with a form, on top of it, each line a link to its field (GOV.UK Design System, "Error summary").
/// It takes the focus when a new list of errors arrives, and is read out.
/// </summary>
public partial class ErrorSummary : ComponentBase
{
    private string titleId = "";
    private ElementReference element;
    private IReadOnlyList<FieldError>? shown;
    private bool focus;

    /// <summary>The errors, in the order of the fields. Give a new list after each attempt: a list seen before does not take the focus again.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FieldError>? Errors { get; set; }

    /// <summary>The heading; "There is a problem" if null.</summary>
    [Parameter]
    public string? Title { get; set; }

    [Inject]
    private ElementIds Ids { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => titleId = Ids.Next("cp-errors");

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        focus = Errors is { Count: > 0 } && !ReferenceEquals(Errors, shown);
        shown = Errors;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!focus)
            return;
        focus = false;
        await element.FocusAsync();
    }

    // With <base href="/"> a bare "#id" would lead to the home page.
    private string Address(FieldError error) => $"{Navigation.Uri.Split('#')[0]}#{error.FieldId}";

    private async Task FocusFieldAsync(FieldError error)
    {
        await using var module = await Script.InvokeAsync<IJSObjectReference>("import", "./" + Assets["_content/ContactPoint.Ui/focus.js"]);
        await module.InvokeAsync<bool>("focusById", error.FieldId);
    }
}
