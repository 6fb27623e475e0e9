using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Fields;

/// <summary>A text input or, with <see cref="Rows"/> over 1, a text area. The value is sent when the person leaves the field, not on each key.</summary>
public partial class CpTextField : CpField
{
    /// <summary>The text.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Called when the text has changed, with the text as typed.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>The input's type: text, search, email, tel. Passwords are asked on static pages only.</summary>
    [Parameter]
    public string Type { get; set; } = "text";

    /// <summary>The name in a posted form; the id if null.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>
    /// The HTML autocomplete token (WCAG 1.3.5). "off" by default: most fields are about a child, not about the person typing,
    /// and browsers must not keep them.
    /// </summary>
    [Parameter]
    public string Autocomplete { get; set; } = "off";

    /// <summary>The soft keyboard: numeric, tel, email, or null.</summary>
    [Parameter]
    public string? InputMode { get; set; }

    /// <summary>The most characters taken. The server checks again.</summary>
    [Parameter]
    public int MaxLength { get; set; } = 200;

    /// <summary>Width in characters that hints at the length of the answer; null fills the column.</summary>
    [Parameter]
    public int? Width { get; set; }

    /// <summary>Lines shown; more than 1 makes a text area.</summary>
    [Parameter]
    public int Rows { get; set; } = 1;

    /// <summary>True to let the browser check spelling. Off for names: some browsers send text away to check it.</summary>
    [Parameter]
    public bool SpellCheck { get; set; }

    /// <summary>Moves the focus to the input.</summary>
    public ValueTask FocusAsync() => Focus.ToAsync(Id);

    /// <inheritdoc />
    protected override object Look => (Id, Label, Hint, Error, Value, (Optional, Disabled, MaxLength, Width, Rows, SpellCheck), (Type, Name, Autocomplete, InputMode));

    private Task ChangeAsync(string? typed)
    {
        Value = typed;
        Shown();
        if (typed?.Length > MaxLength)
            Value = typed[..MaxLength];
        return ValueChanged.InvokeAsync(Value);
    }
}
