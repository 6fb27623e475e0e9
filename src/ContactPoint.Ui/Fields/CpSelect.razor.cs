using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Fields;

/// <summary>
/// A native select: it works with every screen reader, keyboard and phone. For up to about 200 options; for two to six prefer
/// <see cref="CpRadioGroup{TValue}"/>. Options travel by position, so values never reach the page.
/// </summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
public partial class CpSelect<TValue> : CpField
{
    /// <summary>What there is to choose, in order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<CpOption<TValue>> Options { get; set; } = [];

    /// <summary>What is chosen; a value that is not among the options shows the placeholder.</summary>
    [Parameter]
    public TValue? Value { get; set; }

    /// <summary>Called with the choice, or with default when the placeholder was chosen.</summary>
    [Parameter]
    public EventCallback<TValue?> ValueChanged { get; set; }

    /// <summary>The words for "nothing chosen"; null leaves that line out.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    private string Chosen
    {
        get
        {
            for (var index = 0; index < Options.Count; index++)
            {
                if (EqualityComparer<TValue>.Default.Equals(Options[index].Value, Value))
                    return index.ToString(CultureInfo.InvariantCulture);
            }

            return "";
        }
    }

    /// <summary>Moves the focus to the select.</summary>
    public ValueTask FocusAsync() => Focus.ToAsync(Id);

    /// <inheritdoc />
    protected override object Look => (Id, Label, Hint, Error, Chosen, (Optional, Disabled, Placeholder), Options);

    private Task ChangeAsync(string? position)
    {
        var known = int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Options.Count;
        Value = known ? Options[index].Value : default;
        if (Chosen == position) Shown();
        else NotShown();
        return ValueChanged.InvokeAsync(Value);
    }
}
