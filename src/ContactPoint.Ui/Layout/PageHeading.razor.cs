using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Layout;

/// <summary>
/// The h1 of a page and the title of the browser's tab. It takes the focus when the page opens, so that a screen reader starts here
/// after each navigation. Use one a page.
/// </summary>
public partial class PageHeading : ComponentBase
{
    private const string ElementId = "cp-page-heading";

    private string? titled;

    /// <summary>The heading.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>
    /// The tab's title; <see cref="Text"/> if null. It must be given, without a name, where the heading names a child: titles stay in
    /// the browser's history.
    /// </summary>
    [Parameter]
    public string? DocumentTitle { get; set; }

    /// <summary>A short line above: the workspace or the step.</summary>
    [Parameter]
    public string? Caption { get; set; }

    /// <summary>Buttons beside it.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>False to leave the focus alone, where something else takes it.</summary>
    [Parameter]
    public bool TakesFocus { get; set; } = true;

    /// <summary>Moves the focus to the heading.</summary>
    public ValueTask FocusAsync() => Focus.ToAsync(ElementId);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && TakesFocus)
            await Focus.ToAsync(ElementId);

        // Not by PageTitle: that and its outlet are seven components in every circuit (ADR 0009).
        string title = L["Page.Title", DocumentTitle ?? Text];
        if (title == titled)
            return;
        titled = title;
        await Script.SetValueAsync("document.title", title);
    }
}
