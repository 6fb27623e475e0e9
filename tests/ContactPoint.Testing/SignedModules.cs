using ContactPoint.Kernel.Modules;
using ContactPoint.Ledger.Notes;

namespace ContactPoint.Testing;

/// <summary>The modules that the build staged, in a folder of their own, signed by a publisher of the test's.</summary>
public sealed class SignedModules : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contactpoint-modules-");

    public SignedModules(params string[] names)
    {
        using var key = NoteSigningKey.Generate("publisher.example");
        Publisher = key.VerifierKey.Text;
        foreach (var name in names)
        {
            foreach (var (path, content) in ModuleSignature.Sign(ModuleFiles.OfFolder(new DirectoryInfo(Staged(name))).Value, key).All)
            {
                var target = Path.Combine(Folder, name, path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, content);
            }
        }
    }

    public string Folder => folder.FullName;

    public string Publisher { get; }

    /// <summary>Where the build staged a module: <c>Education</c>.</summary>
    public static string Staged(string name) => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "modules", $"ContactPoint.Modules.{name}"));

    public void Dispose() => folder.Delete(recursive: true);
}
