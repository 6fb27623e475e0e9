using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Fields;

/// <summary>One yes-or-no choice that takes effect when the form is sent.</summary>
public partial class CpCheckbox : CpField
{
    /// <summary>True if ticked.</summary>
    [Parameter]
    public bool Value { get; set; }

    /// <summary>Called when it was ticked or cleared.</summary>
    [Parameter]
    public EventCallback<bool> ValueChanged { get; set; }

    private Task ChangeAsync(ChangeEventArgs args)
    {
        Value = args.Value is true;
        return ValueChanged.InvokeAsync(Value);
    }
}
