using ContactPoint.Ui.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace ContactPoint.Ui.Fields;

/// <summary>What every field has: an id, a label, a hint and an error, tied together for screen readers.</summary>
/// <remarks>
/// A field whose <see cref="SteadyComponent.Look"/> names all that it shows is not drawn again for what was typed into it: the browser
/// shows that already (ADR 0009).
/// </remarks>
public abstract class CpField : SteadyComponent
{
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
    private protected PageFocus Focus { get; set; } = default!;

    [Inject]
    private protected IStringLocalizer<UiText> L { get; set; } = default!;

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
}
