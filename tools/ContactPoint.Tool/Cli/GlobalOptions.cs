using System.CommandLine;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Tool.Cli;

/// <summary>The options of every command.</summary>
internal sealed class GlobalOptions
{
    /// <summary>The host's own setting: a connection string of SQL Server; when it is set, the data directory holds keys and checkpoints alone.</summary>
    public const string SqlServerVariable = "ConnectionStrings__ContactPoint";

    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON.", Recursive = true };

    public Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "The data directory: database, keys, checkpoints.",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    public DataPlace PlaceOf(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var server = Environment.GetEnvironmentVariable(SqlServerVariable);
        return new DataPlace(parsed.GetValue(Data)!.FullName, string.IsNullOrWhiteSpace(server) ? null : server);
    }
}

/// <summary>Where the data is.</summary>
/// <param name="Directory">The data directory.</param>
/// <param name="SqlServer">SQL Server's connection string; null for the embedded database.</param>
internal sealed record DataPlace(string Directory, string? SqlServer)
{
    public string Keys => Path.Combine(Directory, "keys");

    /// <summary>Where the host keeps snapshots of the search index.</summary>
    public string Search => Path.Combine(Directory, SearchOptions.FolderName);

    public string DatabaseFile => Path.Combine(Directory, "contactpoint.db");

    public bool HasKeys => File.Exists(Path.Combine(Keys, "lookup.key"));

    public bool HasDatabase => SqlServer is not null || File.Exists(DatabaseFile);

    public void Apply(KernelOptions options)
    {
        options.Database.DataDirectory = Directory;
        if (SqlServer is null) return;
        options.Database.Provider = DatabaseProvider.SqlServer;
        options.Database.ConnectionString = SqlServer;
    }

    /// <summary>Redacted: a connection string may hold a password.</summary>
    public override string ToString() => Directory;
}
