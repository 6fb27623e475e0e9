using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Sdk.Data;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>A copy of a data directory whose host runs on, for tests that do damage.</summary>
internal static class LiveCopy
{
    /// <summary>Keys and checkpoints as they are, the database as of one moment.</summary>
    public static DataFolder Of(DataFolder live)
    {
        var copy = DataFolder.CopyOf(live.Path);
        foreach (var file in System.IO.Directory.EnumerateFiles(copy.Path, "contactpoint.db*")) File.Delete(file);
        using var from = Open(live.DatabaseFile);
        using var to = Open(copy.DatabaseFile);
        from.BackupDatabase(to);
        return copy;
    }

    /// <summary>What somebody with the database file can do: take the guards off and change one field of one entry.</summary>
    public static void AlterEntry(DataFolder folder, Guid entry)
    {
        using var connection = Open(folder.DatabaseFile);
        foreach (var trigger in Triggers(connection)) Execute(connection, $"DROP TRIGGER \"{trigger}\"");
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE kernel_audit_entry SET purpose = purpose + 1 WHERE id = @id";
        command.Parameters.AddWithValue("@id", GuidBytes.ToBytes(entry));
        command.ExecuteNonQuery().ShouldBe(1);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<string> Triggers(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'kernel_audit_entry'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the schema itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
