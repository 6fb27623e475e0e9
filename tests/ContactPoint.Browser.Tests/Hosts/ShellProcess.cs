using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ContactPoint.Browser.Tests.Hosts;

/// <summary>The built host as a process of its own, as <c>dotnet run</c> would start it, on a free port.</summary>
internal sealed class ShellProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(25);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private ShellProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first good answer of /readyz.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Processor time that it had used by then, on all cores.</summary>
    public TimeSpan WorkedUntilReady { get; private set; }

    /// <summary>What it wrote, for the message of a test that fails.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>The errors that it logged: the first line of each. That it is not ready yet, which is asked often, is none.</summary>
    public IReadOnlyList<string> Faults => [.. output.Where(IsFault)];

    public static async Task<ShellProcess> StartAsync(string dataDirectory)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(BuiltFiles.Dotnet, [BuiltFiles.Shell])
        {
            WorkingDirectory = Path.GetDirectoryName(BuiltFiles.Shell),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        start.Environment["ContactPoint__DataDirectory"] = dataDirectory;
        start.Environment["ContactPoint__Modules__Folder"] = BuiltFiles.Modules;

        // All demo people sign in from one address here.
        start.Environment["ContactPoint__SignInsPerMinute"] = "1000";
        var clock = Stopwatch.StartNew();
        var shell = new ShellProcess(Process.Start(start)!, new Uri($"http://localhost:{port}/"));
        await shell.WaitAsync(clock);
        return shell;
    }

    /// <summary>Kill −9: nothing is flushed, nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync(Stopwatch clock)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (clock.Elapsed < Patience && !process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("readyz", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    (ReadyAfter, WorkedUntilReady) = (clock.Elapsed, process.TotalProcessorTime);
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(Beat);
        }

        throw new InvalidOperationException($"The host did not become ready.\n{Output}");
    }

    private static bool IsFault(string line) =>
        (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal)) && !line.Contains("HealthCheck", StringComparison.Ordinal);

    private void Keep(string? line)
    {
        if (line is not null) output.Enqueue(line);
    }
}
