namespace ContactPoint.Demo.Names;

/// <summary>The names of one community, most usual first.</summary>
internal sealed record Community(string Name, int Share, IReadOnlyList<string> Families, IReadOnlyList<string> Boys, IReadOnlyList<string> Girls);
