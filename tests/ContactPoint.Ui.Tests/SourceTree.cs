using System.Runtime.CompilerServices;

namespace ContactPoint.Ui.Tests;

/// <summary>Where the library's sources lie, for tests that read them.</summary>
internal static class SourceTree
{
    public static string Ui { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "ContactPoint.Ui"));

    private static string Here([CallerFilePath] string path = "") => path;
}
