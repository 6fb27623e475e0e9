namespace ContactPoint.Directory.Children;

/// <summary>An address the child lived at before.</summary>
/// <param name="Address">The address.</param>
/// <param name="Until">The day until which it was current, as far as known.</param>
public sealed record FormerAddress(Address Address, DateOnly? Until = null);
