using ContactPoint.Kernel;
using Microsoft.Extensions.Options;

namespace ContactPoint.Demo;

/// <summary>The demo's own folder inside the data directory; for its owner alone.</summary>
internal sealed class DemoFolder(IOptions<KernelOptions> options)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string Folder => Path.Combine(options.Value.Database.DataDirectory, "demo");

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Writes a file whole or not at all, readable by its owner alone.</summary>
    public async Task WriteAsync(string file, byte[] content, CancellationToken cancellation)
    {
        var made = System.IO.Directory.CreateDirectory(Folder);
        if (!OperatingSystem.IsWindows()) made.UnixFileMode = OwnerOnly | UnixFileMode.UserExecute;
        var access = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) access.UnixCreateMode = OwnerOnly;
        var part = PathOf(file) + ".part";
        File.Delete(part);
        await using (var stream = new FileStream(part, access)) await stream.WriteAsync(content, cancellation);
        File.Move(part, PathOf(file), overwrite: true);
    }
}
