using ContactPoint.Shell.Resources;
using ContactPoint.Ui.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace ContactPoint.Shell.Layout;

/// <summary>The purpose stated in this circuit, in the top bar. It follows what is stated, so that the frame is not drawn again for it.</summary>
public sealed class PurposeStated : PurposeInForce, IDisposable
{
    [Inject]
    private StatedPurpose Stated { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ShellText> Words { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose() => Stated.Changed -= Refresh;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Stated.Changed += Refresh;
        OnChange = EventCallback.Factory.Create(this, Change);
        Read();
    }

    private void Read() => Text = Stated.Statement is { } stated ? Words[$"Why.{stated.Purpose}"].Value : null;

    private void Refresh() => _ = InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    });

    private void Change()
    {
        Stated.Change();
        var here = Navigation.ToBaseRelativePath(Navigation.Uri);
        if (here != "find" && !here.StartsWith("child/", StringComparison.Ordinal)) Navigation.NavigateTo("find");
    }
}
