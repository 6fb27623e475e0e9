using System.Text;
using System.Text.Json.Nodes;
using ContactPoint.Kernel.Modules;
using ContactPoint.Ledger.Notes;
using ContactPoint.Sdk.Data;

namespace ContactPoint.ModuleLoading.Tests;

/// <summary>A folder of modules as an operator has it, and a publisher who signs.</summary>
internal sealed class ModuleShelf : IDisposable
{
    public static readonly NoteSigningKey Publisher = NoteSigningKey.Generate("publisher.example");

    public static readonly ModuleTrust Trust = new([Publisher.VerifierKey]);

    /// <summary>The database that <see cref="Testing.KernelHost"/> takes.</summary>
    public static DatabaseProvider Provider => Environment.GetEnvironmentVariable("CONTACTPOINT_SQLSERVER") is { Length: > 0 } ? DatabaseProvider.SqlServer : DatabaseProvider.Sqlite;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contactpoint-modules-");

    public string Folder => folder.FullName;

    public static string Built(string name) => Path.Combine(AppContext.BaseDirectory, "modules", $"ContactPoint.Modules.{name}.dll");

    public static string SampleFolder => Path.Combine(AppContext.BaseDirectory, "sample-module");

    public string PathOf(string module, string file = "") => Path.Combine(Folder, module, file);

    /// <summary>Puts a signed module on the shelf.</summary>
    /// <param name="assembly">One of the fixtures under Modules, also the folder's name.</param>
    /// <param name="key">Its key.</param>
    /// <param name="change">Changes the manifest before it is signed.</param>
    /// <param name="as">Another folder's name.</param>
    public ModuleShelf Add(string assembly, string key = "plain", Action<JsonObject>? change = null, string? @as = null)
    {
        var module = @as ?? assembly;
        folder.CreateSubdirectory(module);
        File.Copy(Built(assembly), PathOf(module, $"ContactPoint.Modules.{assembly}.dll"));
        var manifest = new JsonObject
        {
            ["key"] = key,
            ["name"] = assembly,
            ["version"] = "1.2.3",
            ["sdkFrom"] = "1.0",
            ["sdkBelow"] = "2.0",
            ["entryAssembly"] = $"ContactPoint.Modules.{assembly}.dll",
            ["capabilities"] = new JsonArray("pages", "tables"),
        };
        change?.Invoke(manifest);
        File.WriteAllText(PathOf(module, ModuleFiles.ManifestName), manifest.ToJsonString());
        return Sign(module);
    }

    public static JsonArray AllCapabilities => [.. Enum.GetNames<ModuleCapability>().Select(name => JsonValue.Create(name.ToLowerInvariant()))];

    /// <summary>Changes the manifest of a module that is on the shelf, and signs it anew.</summary>
    public ModuleShelf Change(string module, Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(PathOf(module, ModuleFiles.ManifestName)))!.AsObject();
        change(manifest);
        File.WriteAllText(PathOf(module, ModuleFiles.ManifestName), manifest.ToJsonString());
        return Sign(module);
    }

    /// <summary>The module that the build staged, with the list that the build made.</summary>
    public ModuleShelf AddSample(bool signed = true)
    {
        foreach (var file in Directory.EnumerateFiles(SampleFolder, "*", SearchOption.AllDirectories))
        {
            var target = PathOf("sample", Path.GetRelativePath(SampleFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (!signed) return this;
        File.Delete(PathOf("sample", ModuleFiles.ListName));
        return Sign("sample");
    }

    public ModuleShelf Sign(string module, NoteSigningKey? key = null)
    {
        File.Delete(PathOf(module, ModuleFiles.SignatureName));
        return SignText(module, ModuleSignature.ListOf(ModuleFiles.OfFolder(new DirectoryInfo(PathOf(module))).Value), key);
    }

    public ModuleShelf SignText(string module, string text, NoteSigningKey? key = null)
    {
        File.WriteAllText(PathOf(module, ModuleFiles.SignatureName), SignedNote.Sign(text, key ?? Publisher), new UTF8Encoding(false));
        return this;
    }

    public Task<ModuleCatalogue> LoadAsync(ModuleTrust? trust = null, TimeProvider? clock = null) =>
        new ModuleLoader(trust ?? Trust, Provider, ModuleLoader.DefaultLimit, clock ?? TimeProvider.System, ["servicecore.taken"]).LoadAsync(Folder);

    /// <summary>Loads and gives the one module's state.</summary>
    public async Task<ModuleStatus> OnlyAsync(ModuleTrust? trust = null) => (await LoadAsync(trust)).Statuses.ShouldHaveSingleItem();

    public void Dispose() => folder.Delete(recursive: true);
}
