using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Fields;

/// <summary>A choice among two to about ten things, all in sight. Nothing is chosen at first unless <see cref="Value"/> says so.</summary>
/// <typeparam name="TValue">The type of the values; use a nullable type if "nothing chosen" must differ from a default value.</typeparam>
public partial class CpRadioGroup<TValue> : CpField
{
    /// <summary>What there is to choose, in order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<CpOption<TValue>> Options { get; set; } = [];

    /// <summary>What is chosen.</summary>
    [Parameter]
    public TValue? Value { get; set; }

    /// <summary>Called with the choice.</summary>
    [Parameter]
    public EventCallback<TValue?> ValueChanged { get; set; }

    /// <summary>True to set short options side by side where there is room.</summary>
    [Parameter]
    public bool Inline { get; set; }

    private bool IsChosen(CpOption<TValue> option) => EqualityComparer<TValue>.Default.Equals(option.Value, Value);

    private Task ChooseAsync(CpOption<TValue> option)
    {
        Value = option.Value;
        return ValueChanged.InvokeAsync(Value);
    }
}
