namespace ContactPoint.Directory.Data;

/// <summary>A sealed value is there and does not open: altered, moved, or its key is gone. Never the same as nothing held.</summary>
#pragma warning disable CA1032 // Thrown here alone; it names the purpose and nothing of the record.
internal sealed class UnreadableDocumentException(string purpose) : Exception($"A sealed value of {purpose} does not open.");
#pragma warning restore CA1032
