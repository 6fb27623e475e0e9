using ContactPoint.Directory.Involvement;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Data;
using ContactPoint.Shell.StartUp;

namespace ContactPoint.Shell.Modules;

/// <summary>Brings the modules of a folder into the host. None of it can keep the host from starting (I-45).</summary>
internal static class ModuleHosting
{
    /// <summary>The folder with a folder for each module; <c>modules</c> beside the content root unless configured, in Development what the build staged.</summary>
    public const string FolderKey = "ContactPoint:Modules:Folder";

    /// <summary>Public keys of the publishers whose modules are loaded.</summary>
    public const string PublishersKey = "ContactPoint:Modules:Publishers";

    /// <summary>True to have each module on where a local authority has not said otherwise; false outside Development.</summary>
    public const string StartOnKey = "ContactPoint:Modules:StartOn";

    public static async Task AddModulesAsync(this WebApplicationBuilder builder)
    {
        var isDevelopment = builder.Environment.IsDevelopment();
        var folder = builder.Configuration[FolderKey] is { Length: > 0 } named ? named : isDevelopment ? Path.Combine("..", "..", "artifacts", "modules") : "modules";
        var trust = ModuleTrust.In(builder.Configuration.GetSection(PublishersKey).Get<string[]>() ?? [], unsignedLists: isDevelopment);
        var provider = string.IsNullOrEmpty(builder.Configuration.GetConnectionString(ProductServices.ConnectionName)) ? DatabaseProvider.Sqlite : DatabaseProvider.SqlServer;
        var loader = new ModuleLoader(trust, provider, ModuleLoader.DefaultLimit, TimeProvider.System, ServiceCatalogue.Core.Select(service => service.Code));
        builder.Services.AddModules(await loader.LoadAsync(Path.GetFullPath(folder, builder.Environment.ContentRootPath)));
    }

    /// <summary>The modules' tables, once the host's own are in order.</summary>
    public static async Task SettleModulesAsync(this WebApplication app)
    {
        var modules = app.Services.GetRequiredService<ModuleCatalogue>();
        await ModuleMigrations.RunAsync(modules, app.Services.GetRequiredService<Migrator>(), app.Environment.IsDevelopment());
        modules.Report(app.Logger);
        await app.Services.GetRequiredService<ModuleStarts>().RecordAsync(modules);
    }
}
