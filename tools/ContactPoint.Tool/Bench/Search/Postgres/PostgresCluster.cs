using System.Diagnostics;
using Npgsql;

namespace ContactPoint.Tool.Bench.Search.Postgres;

/// <summary>A PostgreSQL of this bench's own in a temporary folder, reached through a socket in it, gone when the bench ends.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    // PostgreSQL refuses to run as root; there the account "nobody" runs it.
    private const string Start = """
        set -e
        dir="$1"; export PATH="$2:$PATH"
        if [ "$(id -u)" = 0 ]; then chown nobody "$dir"; as="setpriv --reuid=nobody --regid=nogroup --clear-groups"; else as=""; fi
        $as initdb -D "$dir/data" -U bench -A trust --no-locale -E UTF8 >/dev/null
        $as pg_ctl -D "$dir/data" -w -l "$dir/log" -o "-k $dir -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c shared_buffers=2GB -c work_mem=64MB -c maintenance_work_mem=1GB -c max_wal_size=8GB -c effective_cache_size=8GB -c random_page_cost=1.1 -c jit=off" start >/dev/null
        """;

    private const string Stop = """
        export PATH="$2:$PATH"
        if [ "$(id -u)" = 0 ]; then as="setpriv --reuid=nobody --regid=nogroup --clear-groups"; else as=""; fi
        $as pg_ctl -D "$1/data" -m immediate stop >/dev/null
        """;

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-bench-pg-");
    private readonly string binaries;

    private PostgresCluster(string binaries) => this.binaries = binaries;

    /// <summary>The folder of the server's programs; null where it is not installed.</summary>
    public static string? FindBinaries() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Concat(System.IO.Directory.Exists("/usr/lib/postgresql") ? System.IO.Directory.GetDirectories("/usr/lib/postgresql").Order().Reverse().Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(path => File.Exists(Path.Combine(path, "initdb")) && File.Exists(Path.Combine(path, "pg_ctl")));

    public static async Task<PostgresCluster> StartAsync(string binaries, CancellationToken cancellation)
    {
        var cluster = new PostgresCluster(binaries);
        try
        {
            await cluster.ShellAsync(Start, cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection($"Host={folder.FullName};Username=bench;Database=postgres;Command Timeout=0;Pooling=false");
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (System.IO.Directory.Exists(Path.Combine(folder.FullName, "data"))) await ShellAsync(Stop, CancellationToken.None);
        folder.Delete(recursive: true);
    }

    private async Task ShellAsync(string script, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardError = true };
        foreach (var argument in new[] { "-c", script, "sh", folder.FullName, binaries }) start.ArgumentList.Add(argument);
#pragma warning disable RS0030 // The bench starts the server that it measures beside; nothing a user of the directory can reach does.
        using var shell = Process.Start(start) ?? throw new InvalidOperationException("The shell did not start.");
#pragma warning restore RS0030
        var error = shell.StandardError.ReadToEndAsync(cancellation);
        await shell.WaitForExitAsync(cancellation);
        if (shell.ExitCode != 0) throw new InvalidOperationException($"PostgreSQL could not be started or stopped: {(await error).Trim()}");
    }
}
