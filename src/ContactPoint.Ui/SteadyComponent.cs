using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui;

/// <summary>A component that is drawn again only when what it shows has changed, whoever round it is drawn.</summary>
/// <remarks>
/// What is drawn a second time keeps two trees for as long as the page is open, and so does each part that it draws with it (ADR 0009).
/// A component whose parameters hold pieces of a page cannot tell, and must not derive from this.
/// </remarks>
public abstract class SteadyComponent : ComponentBase
{
    private object? drawn;
    private bool begun;

    /// <summary>Everything that the markup depends on and that may change, compared by value; null to draw each time.</summary>
    protected virtual object? Look => null;

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var setting = base.SetParametersAsync(parameters);

        // Nobody asks before the first drawing, which is queued by now: with what was there before the first wait, if there was one.
        if (!begun) drawn = Look;
        begun = true;
        return setting;
    }

    /// <inheritdoc />
    protected override bool ShouldRender()
    {
        var look = Look;
        if (look is not null && look.Equals(drawn)) return false;
        drawn = look;
        return true;
    }

    /// <summary>The browser shows it so already: what was typed into an input bound with <c>@bind</c>, whose tree is told by the framework.</summary>
    private protected void Shown() => drawn = Look;

    /// <summary>What the browser shows is not what is to be shown: draw again.</summary>
    private protected void NotShown() => drawn = null;
}
