using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace ContactPoint.Ui.Layout;

/// <summary>The links of the rail. It follows the address for all of them: a NavLink each would be a component each (ADR 0009).</summary>
public sealed partial class RailNavigation : ComponentBase, IDisposable
{
    private string here = "";

    /// <summary>The links.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RailGroup> Groups { get; set; } = [];

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose() => Navigation.LocationChanged -= Move;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        here = Here();
        Navigation.LocationChanged += Move;
    }

    // Of two links that lead here the longer one is meant: one place is current.
    private bool IsCurrent(RailItem item) =>
        LeadsHere(item) && !Groups.SelectMany(group => group.Items).Any(other => other.Href.Length > item.Href.Length && LeadsHere(other));

    private bool LeadsHere(RailItem item) =>
        string.Equals(here, item.Href, StringComparison.OrdinalIgnoreCase)
        || (!item.Exact && here.StartsWith(item.Href + "/", StringComparison.OrdinalIgnoreCase));

    private string Here() => Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0].TrimEnd('/');

    private void Move(object? sender, LocationChangedEventArgs args)
    {
        here = Here();
        _ = InvokeAsync(StateHasChanged);
    }
}
