namespace ContactPoint.Directory.Feeds.Matching;

/// <summary>So many records of a batch do not open that no steward should be asked about each: a key is missing. Caught by the runner, which stops.</summary>
#pragma warning disable CA1032 // Thrown in one place and caught in one: it carries nothing.
internal sealed class RecordsUnreadableException : Exception;
#pragma warning restore CA1032
