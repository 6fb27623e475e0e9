namespace ContactPoint.Directory.Children;

/// <summary>A value with its provenance.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="From">Where it came from.</param>
public sealed record Sourced<T>(T Value, Provenance From);
