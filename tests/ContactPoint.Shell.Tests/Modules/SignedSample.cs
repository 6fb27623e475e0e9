using ContactPoint.Directory;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Modules;
using ContactPoint.Ledger.Notes;
using ContactPoint.Sdk.Data;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Modules;

/// <summary>The staged sample module in a folder of modules, signed by a publisher of the test's.</summary>
internal sealed class SignedSample : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-modules-");

    public SignedSample()
    {
        using var key = NoteSigningKey.Generate("publisher.example");
        Publisher = key.VerifierKey.Text;
        var staged = ModuleFiles.OfFolder(new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "sample-module"))).Value;
        foreach (var (path, content) in ModuleSignature.Sign(staged, key).All)
        {
            var target = Path.Combine(Folder, "sample", path);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
        }
    }

    public string Folder => folder.FullName;

    public string Publisher { get; }

    /// <summary>What <c>contactpoint migrate --modules</c> does.</summary>
    public async Task MigrateAsync(KernelHost kernel)
    {
        var modules = await new ModuleLoader(ModuleTrust.In([Publisher]), DatabaseProvider.Sqlite, ModuleLoader.DefaultLimit, TimeProvider.System).LoadAsync(Folder);
        await using var beside = await KernelHost.StartAsync(services => services.AddModules(modules).AddDirectory(), kernel);
        (await ModuleMigrations.RunAsync(modules, beside.Get<Migrator>(), mayMigrate: true)).Count.ShouldBe(1);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
