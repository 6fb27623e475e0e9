using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Feedback;

/// <summary>
/// What is wrong with a form, on top of it, each line a link to its field (GOV.UK Design System, "Error summary").
/// It takes the focus when a new list of errors arrives, and is read out.
/// </summary>
public partial class ErrorSummary : ComponentBase
{
    private string titleId = "";
    private string id = "";
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
    private PageFocus Focus { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => (id, titleId) = (Ids.Next("cp-error-summary"), Ids.Next("cp-errors"));

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
        await Focus.ToAsync(id);
    }

    // With <base href="/"> a bare "#id" would lead to the home page.
    private string Address(FieldError error) => $"{Navigation.Uri.Split('#')[0]}#{error.FieldId}";

    private async Task FocusFieldAsync(FieldError error) => await Focus.ToAsync(error.FieldId);
}
