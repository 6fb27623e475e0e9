using ContactPoint.Ui.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace ContactPoint.Ui.Fields;

/// <summary>What every field has: an id, a label, a hint and an error, tied together for screen readers.</summary>
/// <remarks>
/// Drawn again only when what it shows has changed: the form round it is drawn after each event, and a field that is drawn twice keeps
/// two trees for as long as the page is open (ADR 0009).
/// </remarks>
public abstract class CpField : ComponentBase
{
    private object? drawn;

    /// <summary>The id of the input (or of the group); error summaries link to it. Unique on the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>The visible label or legend.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Help that is always shown, between label and input.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>What is wrong, or null.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>True to add "(optional)" to the label. Fields are needed unless they say so.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>True to switch it off.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    [Inject]
    private protected IStringLocalizer<UiText> L { get; set; } = default!;

    /// <summary>Everything that the markup depends on and that may change; null to draw each time.</summary>
    private protected virtual object? Look => null;

    private protected string HintId => $"{Id}-hint";

    private protected string ErrorId => $"{Id}-error";

    private protected string FieldClass => Error is null ? "cp-field" : "cp-field cp-field--error";

    private protected string? Invalid => Error is null ? null : "true";

    private protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => HintId,
        (null, _) => ErrorId,
        _ => $"{HintId} {ErrorId}",
    };

    /// <inheritdoc />
    protected override void OnInitialized() => drawn = Look;

    /// <inheritdoc />
    protected override bool ShouldRender()
    {
        var look = Look;
        if (look is not null && look.Equals(drawn)) return false;
        drawn = look;
        return true;
    }

    /// <summary>What the browser shows is what was typed, whatever becomes of it: draw again.</summary>
    private protected void Typed() => drawn = null;
}
