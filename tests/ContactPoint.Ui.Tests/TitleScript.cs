using Microsoft.JSInterop;

namespace ContactPoint.Ui.Tests;

/// <summary>The browser's script side with what bUnit 2.15 lacks: setting a property, as the title of the document.</summary>
/// <param name="inner">bUnit's own, which answers calls.</param>
public sealed class TitleScript(IJSRuntime inner) : IJSRuntime
{
    private readonly List<string?> titles = [];

    /// <summary>Every title that was set.</summary>
    public IReadOnlyList<string?> Titles => titles;

    /// <inheritdoc />
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => inner.InvokeAsync<TValue>(identifier, args);

    /// <inheritdoc />
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        inner.InvokeAsync<TValue>(identifier, cancellationToken, args);

    /// <inheritdoc />
    public ValueTask SetValueAsync<TValue>(string identifier, TValue value)
    {
        if (identifier != "document.title") throw new NotSupportedException(identifier);
        titles.Add(value as string);
        return ValueTask.CompletedTask;
    }
}
