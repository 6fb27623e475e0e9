using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>
/// Brings modules in at the start: verify, read references, load, probe, register, check pages and tables. A fault is a state with a reason and
/// concerns that module alone (I-45). The tables are brought up to date, or checked, later by <see cref="ModuleMigrations"/>.
/// </summary>
/// <param name="trust">Whose modules are loaded.</param>
/// <param name="provider">The database that the modules' tables lie in.</param>
/// <param name="limit">How long a module may take; it has threads of the host's to waste.</param>
/// <param name="clock">Measures the limit.</param>
/// <param name="coreServices">Codes of the core's services, which no module may take.</param>
public sealed class ModuleLoader(ModuleTrust trust, DatabaseProvider provider, TimeSpan limit, TimeProvider clock, IEnumerable<string>? coreServices = null)
{
    private readonly HashSet<string> taken = new(coreServices ?? [], StringComparer.Ordinal);

    /// <summary>How long a module may take to start, unless configured.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(20);

    /// <summary>Verifies the modules of a folder and runs none of their code.</summary>
    /// <param name="folder">A folder with a folder for each module; one that is not there holds none.</param>
    public ModuleCatalogue Verify(string folder) => new(Verified(folder));

    /// <summary>Verifies and loads the modules of a folder, in the order of their keys.</summary>
    /// <param name="folder">A folder with a folder for each module; one that is not there holds none.</param>
    public async Task<ModuleCatalogue> LoadAsync(string folder)
    {
        var entries = Verified(folder);
        foreach (var entry in entries.Where(entry => entry.GoesOn).OrderBy(entry => entry.Status.Key, StringComparer.Ordinal))
        {
            var (outcome, cause) = await ModuleThread.RunAsync(() => Load(entry.Files!, entry.Manifest!), limit, clock);
            if (outcome.Succeeded) entry.Load(outcome.Value);
            else entry.Fail(outcome.Error, cause);
        }

        return new ModuleCatalogue(entries);
    }

    /// <summary>Verifies the files of one module: signature, list, manifest, references.</summary>
    /// <param name="files">Its files.</param>
    /// <returns>Its manifest and the publisher's name, empty where nobody signed; or why not.</returns>
    public Result<(ModuleManifest Manifest, string Publisher)> Verify(ModuleFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var publisher = ModuleSignature.Verify(files, trust);
        if (!publisher.Succeeded) return publisher.Error;
        var manifest = ModuleManifest.Read(files);
        if (!manifest.Succeeded) return manifest.Error;
        if (ModuleReferences.Read(files, manifest.Value) is { Succeeded: false } references) return references.Error;
        return ModuleAssets.Of(files) is { Succeeded: false } assets ? assets.Error : (manifest.Value, publisher.Value);
    }

    private List<ModuleEntry> Verified(string folder)
    {
        var entries = Folders(folder).Select(Verified).ToList();

        // Which of two is meant is not for the host to guess.
        foreach (var twins in entries.Where(entry => entry.GoesOn).GroupBy(entry => entry.Status.Key).Where(group => group.Count() > 1))
            foreach (var twin in twins)
                twin.Fail(ModuleErrors.Duplicate($"{twins.Count()} folders hold the module {twins.Key}. Leave one."));
        return entries;
    }

    // A folder that may not be read holds no module: the host starts all the same.
    private static DirectoryInfo[] Folders(string folder)
    {
        var root = new DirectoryInfo(folder);
        try
        {
            return root.Exists ? [.. root.EnumerateDirectories().OrderBy(inner => inner.Name, StringComparer.Ordinal)] : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private ModuleEntry Verified(DirectoryInfo folder)
    {
        var entry = new ModuleEntry(folder.Name);
        var files = ModuleFiles.OfFolder(folder);
        var verified = files.Succeeded ? Verify(files.Value) : files.Error;
        if (!verified.Succeeded)
        {
            entry.Fail(verified.Error);
            return entry;
        }

        entry.Files = files.Value;
        entry.Believe(verified.Value.Manifest, verified.Value.Publisher);
        return entry;
    }

    // From here on the module's own code may run: on its own thread, under the limit.
    private Result<LoadedModule> Load(ModuleFiles files, ModuleManifest manifest)
    {
        var own = ModuleReferences.Read(files, manifest);
        var assets = ModuleAssets.Of(files);
        if (!own.Succeeded) return own.Error;
        if (!assets.Succeeded) return assets.Error;
        var name = Path.GetFileNameWithoutExtension(manifest.EntryAssembly);
        var assembly = new ModuleLoadContext(manifest.Key, own.Value).LoadOwn(name);

        // Touches every type: what does not fit the host's assemblies shows here and not in a circuit.
        var types = assembly.GetTypes();
        var entries = types.Where(type => type is { IsPublic: true, IsAbstract: false } && typeof(IAgencyModule).IsAssignableFrom(type)).ToList();
        if (entries.Count != 1) return ModuleErrors.Malfunctioned("Its entry assembly has not exactly one public IAgencyModule.");
        var registration = new ModuleRegistration(manifest.Key);
        ((IAgencyModule)Activator.CreateInstance(entries[0])!).Register(registration);
        registration.Close();

        if (Undeclared(registration, types, manifest) is { } undeclared) return undeclared;
        if (registration.Handlers.Any(handler => handler.Assembly != assembly || handler.IsAbstract || handler.IsGenericTypeDefinition))
            return ModuleErrors.Malfunctioned("A handler is not a plain class of its own.");
        if (ModulePages.Check(types, registration.NavEntries, manifest.Key) is { } page) return page;
        if (ModuleTables.Check(registration.Contexts, provider, manifest.Key, assembly) is { } table) return table;
        if (ServiceChecks.Check(registration.Services, manifest.Key, taken) is { } service) return service;
        if (ModuleFeeds.Check(registration.Feeds, manifest.Key, Recordable(registration.Services)) is { } feed) return feed;
        if (PermissionChecks.Check(registration.Permissions, manifest.Key) is { } permission) return permission;
        if (SettingChecks.Check(registration.Settings, manifest.Key) is { } setting) return setting;
        if (JobChecks.Check(registration.Jobs, manifest.Key, assembly) is { } job) return job;
        var parts = PartChecks.Check(registration.Parts, manifest.Key, assembly);
        if (!parts.Succeeded) return parts.Error;
        return new LoadedModule
        {
            Manifest = manifest,
            Assembly = assembly,
            Nav = [.. registration.NavEntries],
            Contexts = [.. registration.Contexts],
            Handlers = [.. registration.Handlers],
            Feeds = [.. registration.Feeds],
            Services = [.. registration.Services],
            Parts = parts.Value,
            Permissions = [.. registration.Permissions],
            Settings = [.. registration.Settings],
            Jobs = [.. registration.Jobs],
            Assets = assets.Value,
            StyleSheet = assets.Value.ContainsKey($"{name}.styles.css") ? $"{name}.styles.css" : null,
        };
    }

    // The services that a file may record: the core's, where the loader was told them, and the module's own. A sensitive one needs a consent, which no file has (CON-1).
    private HashSet<string>? Recordable(IReadOnlyList<ModuleService> services) =>
        taken.Count == 0 ? null : [.. taken, .. services.Where(service => service.Class != ServiceClass.Sensitive).Select(service => service.Code)];

    private static Error? Undeclared(ModuleRegistration registration, IEnumerable<Type> types, ModuleManifest manifest)
    {
        var hasPages = registration.NavEntries.Count > 0 || types.Any(type => type.IsDefined(typeof(Microsoft.AspNetCore.Components.RouteAttribute), inherit: false));
        (ModuleCapability Capability, bool Brings, string Words)[] brought =
        [
            (ModuleCapability.Pages, hasPages, "pages"),
            (ModuleCapability.Feeds, registration.Feeds.Count > 0, "kinds of file"),
            (ModuleCapability.Tables, registration.Contexts.Count > 0, "tables"),
            (ModuleCapability.Parts, registration.Parts.Count > 0, "parts of the record"),
            (ModuleCapability.Services, registration.Services.Count > 0, "services"),
            (ModuleCapability.Feeds, registration.Feeds.Count > 0, "kinds of file"),
            (ModuleCapability.Permissions, registration.Permissions.Count > 0, "rights"),
            (ModuleCapability.Settings, registration.Settings.Count > 0, "settings"),
            (ModuleCapability.Jobs, registration.Jobs.Count > 0, "jobs"),
        ];
        var undeclared = brought.FirstOrDefault(one => one.Brings && !manifest.Capabilities.Contains(one.Capability));
        return undeclared.Words is { } words ? ModuleErrors.Malfunctioned($"It brings {words} and does not declare them.") : null;
    }
}
