using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace ContactPoint.Ui.Layout;

/// <summary>
/// The frame of every interactive page: skip link, top bar, left rail, main landmark. Below 600 px the rail is a drawer opened by a
/// named button; Escape closes it and gives the focus back, following a link closes it.
/// </summary>
public partial class AppFrame : ComponentBase, IDisposable
{
    private const string MenuId = "cp-menu-button";

    private bool railOpen;

    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The links of the rail.</summary>
    [Parameter]
    public IReadOnlyList<RailGroup> Rail { get; set; } = [];

    /// <summary>The product's name in the top bar; "ContactPoint" if null.</summary>
    [Parameter]
    public string? ProductName { get; set; }

    /// <summary>The caller's organisation.</summary>
    [Parameter]
    public string? Organisation { get; set; }

    /// <summary>The caller's local authority.</summary>
    [Parameter]
    public string? Area { get; set; }

    /// <summary>The purpose in force and a way to change it; see <see cref="PurposeInForce"/>.</summary>
    [Parameter]
    public RenderFragment? Purpose { get; set; }

    /// <summary>How long the session lasts; see <see cref="Layout.TimeLeft"/>.</summary>
    [Parameter]
    public RenderFragment? TimeLeft { get; set; }

    /// <summary>Who is signed in, and signing out.</summary>
    [Parameter]
    public RenderFragment? Account { get; set; }

    /// <summary>The name of the record in view, always in sight so that nobody acts on the wrong child; null if none is open.</summary>
    [Parameter]
    public string? RecordInView { get; set; }

    /// <summary>Links below the page.</summary>
    [Parameter]
    public RenderFragment? Footer { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    // With <base href="/"> a bare "#main" would lead to the home page.
    private string SkipAddress => $"{Navigation.Uri.Split('#')[0]}#main";

    /// <inheritdoc />
    public void Dispose()
    {
        Navigation.LocationChanged -= CloseRail;
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Navigation.LocationChanged += CloseRail;

    private void Toggle() => railOpen = !railOpen;

    private async Task SkipAsync() => await Focus.ToAsync("main");

    private async Task KeyAsync(KeyboardEventArgs args)
    {
        if (!railOpen || args.Key != "Escape")
            return;
        railOpen = false;
        await Focus.ToAsync(MenuId);
    }

    private void CloseRail(object? sender, LocationChangedEventArgs args)
    {
        railOpen = false;
        _ = InvokeAsync(StateHasChanged);
    }
}
