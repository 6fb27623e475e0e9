namespace ContactPoint.Browser.Tests.Hosts;

/// <summary>A data directory in the system's temporary folder, deleted at the end.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("contactpoint-browser-").FullName;

    public string DatabaseFile => System.IO.Path.Combine(Path, "contactpoint.db");

    /// <summary>A copy of a data directory whose database nobody has open: files with their modes, folders too.</summary>
    public static DataFolder CopyOf(string source)
    {
        var copy = new DataFolder();
        foreach (var folder in System.IO.Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories))
        {
            var made = System.IO.Directory.CreateDirectory(folder.Replace(source, copy.Path, StringComparison.Ordinal));
            if (!OperatingSystem.IsWindows()) made.UnixFileMode = File.GetUnixFileMode(folder);
        }

        foreach (var file in System.IO.Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            File.Copy(file, file.Replace(source, copy.Path, StringComparison.Ordinal));
        return copy;
    }

    public void Dispose()
    {
        try
        {
            System.IO.Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that is still going down holds a file: the system sweeps its temporary folder.
        }
    }
}
