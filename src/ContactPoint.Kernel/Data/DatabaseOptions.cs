using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Data;

/// <summary>Which database, and where the keys and checkpoints lie.</summary>
public sealed class DatabaseOptions
{
    /// <summary>SQLite unless a connection string of SQL Server is configured.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>SQL Server's connection string; unused for SQLite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder of the embedded database, the key ring and the checkpoints.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>How long a write to the embedded database waits for another process that is writing, before it fails. Whole seconds.</summary>
    public TimeSpan LockPatience { get; set; } = TimeSpan.FromSeconds(30);

    internal string DatabaseFile => Path.Combine(DataDirectory, "contactpoint.db");

    internal string KeyDirectory => Path.Combine(DataDirectory, "keys");
}
