using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Fields;

/// <summary>
/// A date of birth or another date people know by heart, in three inputs (GOV.UK Design System, "Date input").
/// Read the result with <see cref="DateEntry.Read"/>.
/// </summary>
public partial class CpDateField : CpField
{
    private const int MaxLength = 12;

    /// <summary>What has been typed so far.</summary>
    [Parameter]
    public DateEntry Value { get; set; } = DateEntry.Empty;

    /// <summary>Called when a part has changed.</summary>
    [Parameter]
    public EventCallback<DateEntry> ValueChanged { get; set; }

    /// <summary>True if it is the signed-in person's own date of birth, so that the browser may offer it (WCAG 1.3.5).</summary>
    [Parameter]
    public bool OwnBirthday { get; set; }

    /// <summary>Moves the focus to the day.</summary>
    public ValueTask FocusAsync() => Focus.ToAsync(Id);

    /// <inheritdoc />
    protected override object Look => (Id, Label, Hint, Error, Value, Optional, Disabled, OwnBirthday);

    private string Token(string part) => OwnBirthday ? $"bday-{part}" : "off";

    private Task SetAsync(DateEntry typed)
    {
        Value = typed;
        Shown();
        Value = new DateEntry(Cut(typed.Day), Cut(typed.Month), Cut(typed.Year));
        return ValueChanged.InvokeAsync(Value);
    }

    private static string Cut(string text) => text.Length > MaxLength ? text[..MaxLength] : text;
}
