using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Data;

/// <summary>
/// An icon of MudBlazor's set as one piece of markup, made once for all circuits. A component for each would cost every open page some
/// two kilobytes an icon (ADR 0009). Icons stand beside words, so screen readers never meet them.
/// </summary>
public static class CpIcon
{
    // The number of icons is that of the constants the pages name.
    private static readonly ConcurrentDictionary<string, RenderFragment> Made = new();

    /// <summary>The icon to put into a page.</summary>
    /// <param name="icon">A constant of <c>MudBlazor.Icons</c>; never what a person typed.</param>
    public static RenderFragment Of(string icon) => Made.GetOrAdd(icon, Make);

    private static RenderFragment Make(string icon)
    {
        var markup = $"""<svg class="mud-icon-root mud-svg-icon mud-icon-size-medium cp-icon" focusable="false" viewBox="0 0 24 24" aria-hidden="true">{icon}</svg>""";
        return builder => builder.AddMarkupContent(0, markup);
    }
}
