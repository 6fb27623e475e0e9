namespace ContactPoint.Kernel.Modules;

/// <summary>Which paths a module's files may have: relative, forward slashes, plain letters. What is not written so is nowhere.</summary>
internal static class ModulePaths
{
    private const int Longest = 200;

    public static bool IsSafe(string path) =>
        path.Length is > 0 and <= Longest && path.Split('/').All(IsSafeSegment);

    // No segment is empty, ".", ".." or hidden, none ends in a dot (Windows drops it), none holds a drive or a stream (":").
    private static bool IsSafeSegment(string segment) =>
        segment.Length > 0 && segment[0] != '.' && segment[^1] != '.' && segment.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '+');
}
