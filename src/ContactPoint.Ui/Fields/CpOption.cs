namespace ContactPoint.Ui.Fields;

/// <summary>One thing to choose.</summary>
/// <param name="Value">What is chosen.</param>
/// <param name="Text">Its name.</param>
/// <param name="Hint">A line under it, in radio groups only.</param>
/// <typeparam name="TValue">The type of the value.</typeparam>
public sealed record CpOption<TValue>(TValue Value, string Text, string? Hint = null);
