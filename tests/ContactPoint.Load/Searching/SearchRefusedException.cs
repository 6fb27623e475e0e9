namespace ContactPoint.Load.Searching;

/// <summary>A search was answered by a refusal.</summary>
#pragma warning disable CA1032 // Made here alone.
public sealed class SearchRefusedException(string words) : Exception(words);
#pragma warning restore CA1032
