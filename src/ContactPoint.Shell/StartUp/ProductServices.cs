using ContactPoint.Directory;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel;
using ContactPoint.Sdk.Data;
using ContactPoint.Shell.Modules;
using ContactPoint.Shell.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
#if DEMO
using ContactPoint.Shell.Demonstration;
#endif

namespace ContactPoint.Shell.StartUp;

/// <summary>Kernel, Directory and, in Development, the demo, with their settings.</summary>
internal static class ProductServices
{
    /// <summary>The folder of the embedded database and of the keys; beside the content root unless configured.</summary>
    public const string DataDirectoryKey = "ContactPoint:DataDirectory";

    /// <summary>The connection string that switches to SQL Server.</summary>
    public const string ConnectionName = "ContactPoint";

    /// <summary>Folders, best on machines that somebody else runs, that each checkpoint of the audit log is written to beside the data directory.</summary>
    public const string CheckpointFoldersKey = "ContactPoint:CheckpointFolders";

    public static void AddProduct(this WebApplicationBuilder builder)
    {
        var folder = DataDirectory(builder.Configuration, builder.Environment);
        var connection = builder.Configuration.GetConnectionString(ConnectionName);
        var checkpointFolders = builder.Configuration.GetSection(CheckpointFoldersKey).Get<string[]>() ?? [];
        var isDevelopment = builder.Environment.IsDevelopment();
        builder.Services.AddKernel(options =>
        {
            options.Database.DataDirectory = folder;
            options.MayCreateKeys = isDevelopment;
            options.ModulesStartOn = builder.Configuration.GetValue(ModuleHosting.StartOnKey, isDevelopment);
            foreach (var checkpointFolder in checkpointFolders) options.CheckpointFolders.Add(checkpointFolder);
            if (string.IsNullOrEmpty(connection))
                return;
            options.Database.Provider = DatabaseProvider.SqlServer;
            options.Database.ConnectionString = connection;
        });
        builder.Services.AddDirectory();
        builder.Services.AddDirectoryHost(Path.Combine(folder, SearchOptions.FolderName));

        // Beside the key ring, outside the database: nodes that share a database share this folder too.
        builder.Services.AddDataProtection().SetApplicationName("ContactPoint").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys", "web")));
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SealedWebKeys>();
#if DEMO
        if (isDevelopment)
            builder.Services.AddDemoHost();
#endif
    }

    /// <summary>Where the data lies, as an absolute path.</summary>
    public static string DataDirectory(IConfiguration configuration, IHostEnvironment environment) =>
        Path.GetFullPath(configuration[DataDirectoryKey] is { Length: > 0 } folder ? folder : "data", environment.ContentRootPath);
}
