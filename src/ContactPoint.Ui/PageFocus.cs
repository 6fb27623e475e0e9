using Microsoft.JSInterop;

namespace ContactPoint.Ui;

/// <summary>
/// Moves the focus to an element by its id, in whatever component it stands; nothing happens when it is gone. The framework's element references
/// are not used: each circuit keeps some seven kilobytes to write one down, and a name of its own for every element (ADR 0009).
/// </summary>
/// <param name="script">The browser's side: <c>focus.js</c>, which the document loads before the circuit starts.</param>
public sealed class PageFocus(IJSRuntime script)
{
    /// <summary>To an element, or to the first input of a group; it comes into view.</summary>
    /// <param name="id">The element's id.</param>
    public ValueTask ToAsync(string id) => script.InvokeVoidAsync("contactPoint.focus", id);

    /// <summary>To an element, and the page stays where it is.</summary>
    /// <param name="id">The element's id.</param>
    public ValueTask InPlaceAsync(string id) => script.InvokeVoidAsync("contactPoint.focusInPlace", id);
}
