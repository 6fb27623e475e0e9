using System.Text.Json;
using ContactPoint.Tool.Cli;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Tool.Tests;

/// <summary>A data directory of a test's own, and the command run on it in this process.</summary>
public sealed class Installation : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-tool-");

    public Installation() => Assert.SkipWhen(
        Environment.GetEnvironmentVariable(GlobalOptions.SqlServerVariable) is { Length: > 0 }, "These tests look into the embedded database's file.");

    public string Data => Path.Combine(folder.FullName, "data");

    public string DatabaseFile => Path.Combine(Data, "contactpoint.db");

    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    public async Task<Answer> TypeAsync(string input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var typed = new StringReader(input);
        var code = await ToolCommand.RunAsync([.. arguments, "--data", Data], new ToolStreams(output, error, typed));
        return new Answer(code, output.ToString(), error.ToString());
    }

    public Task<Answer> RunAsync(params string[] arguments) => TypeAsync(string.Empty, arguments);

    public async Task<Installation> MigratedAsync()
    {
        (await RunAsync("migrate", "--create-keys")).Code.ShouldBe(ExitCode.Done);
        return this;
    }

    /// <summary>Somebody with a login to the database, and no scruples.</summary>
    public void Tamper(params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    public T Ask<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Names of the triggers that keep entries from being changed.</summary>
    public IReadOnlyList<string> Guards()
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>What a run answered.</summary>
public sealed record Answer(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string ErrorCode => Json.GetProperty("error").GetProperty("code").GetString()!;
}
