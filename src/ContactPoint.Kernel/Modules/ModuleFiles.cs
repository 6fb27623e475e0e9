using System.IO.Compression;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>
/// A module's files, read once. What is checked, loaded and served is these bytes, so that a folder which changes behind the check changes nothing.
/// </summary>
public sealed class ModuleFiles
{
    /// <summary>The signed list of files.</summary>
    public const string SignatureName = "module.sig";

    /// <summary>The list of files as a build or a pack made it, not signed.</summary>
    public const string ListName = "module.list";

    /// <summary>What the module says about itself.</summary>
    public const string ManifestName = "module.json";

    private const int MostFiles = 2_000;
    private const long MostBytes = 64L * 1024 * 1024;

    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private long bytes;

    private ModuleFiles()
    {
    }

    /// <summary>Path and content, in the order of the path.</summary>
    public IReadOnlyDictionary<string, byte[]> All => files;

    /// <summary>Reads a folder. Links are not followed: a module with one is refused.</summary>
    /// <param name="folder">The folder.</param>
    public static Result<ModuleFiles> OfFolder(DirectoryInfo folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var read = new ModuleFiles();
        try
        {
            if (folder.LinkTarget is not null) return ModuleErrors.Refused("The folder is a link.");
            return read.AddFolder(folder, "") is { } error ? error : read;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ModuleErrors.Refused("A file of it cannot be read.");
        }
    }

    /// <summary>Reads a package that <c>contactpoint module pack</c> made.</summary>
    /// <param name="package">A zip file.</param>
    public static Result<ModuleFiles> OfPackage(Stream package)
    {
        var read = new ModuleFiles();
        try
        {
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries)
            {
                using var stream = entry.Open();
                if (read.Add(entry.FullName, stream) is { } error) return error;
            }

            return read;
        }
        catch (InvalidDataException)
        {
            return ModuleErrors.Refused("This is no package of a module.");
        }
    }

    /// <summary>The same files with the list taken out and another put in.</summary>
    /// <param name="name">Name of the new list.</param>
    /// <param name="content">Its bytes.</param>
    public ModuleFiles With(string name, byte[] content)
    {
        var next = new ModuleFiles();
        foreach (var (path, held) in files)
            if (path is not (SignatureName or ListName)) next.files.Add(path, held);
        next.files[name] = content;
        return next;
    }

    /// <summary>Writes a package. The same files give the same bytes.</summary>
    /// <param name="output">Where to.</param>
    public void WritePackage(Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, content) in files)
        {
            var entry = zip.CreateEntry(path);
            entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var stream = entry.Open();
            stream.Write(content);
        }
    }

    private Error? AddFolder(DirectoryInfo folder, string above)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = above + entry.Name;
            if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint)) return ModuleErrors.Refused($"{Shown(path)} is a link.");
            if (!ModulePaths.IsSafe(path)) return BadPath(path);
            if (entry is DirectoryInfo inner)
            {
                if (AddFolder(inner, path + "/") is { } error) return error;
                continue;
            }

            using var stream = new FileStream(entry.FullName, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (Add(path, stream) is { } refusal) return refusal;
        }

        return null;
    }

    private Error? Add(string path, Stream stream)
    {
        if (!ModulePaths.IsSafe(path)) return BadPath(path);
        if (!names.Add(path)) return ModuleErrors.Refused($"{Shown(path)} is there twice.");
        if (files.Count == MostFiles) return ModuleErrors.Refused($"It has more than {MostFiles} files.");
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes += read;
            if (bytes > MostBytes) return ModuleErrors.Refused($"It is larger than {MostBytes / 1024 / 1024} MB.");
            content.Write(buffer, 0, read);
        }

        files.Add(path, content.ToArray());
        return null;
    }

    private static Error BadPath(string path) => ModuleErrors.Refused($"{Shown(path)} is not a path that a module's file may have.");

    // Into a page and a log: what could lead elsewhere is not repeated.
    private static string Shown(string path) =>
        new([.. path.Take(80).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '+' or '/' ? letter : '?')]);
}
