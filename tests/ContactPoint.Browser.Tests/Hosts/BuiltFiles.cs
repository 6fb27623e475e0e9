namespace ContactPoint.Browser.Tests.Hosts;

/// <summary>What the build left beside this project: the host and the command, of the same configuration.</summary>
internal static class BuiltFiles
{
    private static readonly string Here = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    private static readonly string Bin = Path.GetFullPath(Path.Combine(Here, "..", ".."));

    public static string Shell => Of("ContactPoint.Shell", "ContactPoint.Shell.dll");

    public static string Tool => Of("ContactPoint.Tool", "contactpoint.dll");

    /// <summary>Where the build staged the modules.</summary>
    public static string Modules => Path.GetFullPath(Path.Combine(Bin, "..", "modules"));

    public static string Screenshots => System.IO.Directory.CreateDirectory(Path.Combine(Bin, "..", "screenshots")).FullName;

    /// <summary>The <c>dotnet</c> that runs this process, or the one on the path.</summary>
    public static string Dotnet =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Of(string project, string file)
    {
        var path = Path.Combine(Bin, project, Path.GetFileName(Here), file);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built. Build the solution first.", path);
    }
}
