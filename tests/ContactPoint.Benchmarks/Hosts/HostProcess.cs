using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace ContactPoint.Benchmarks.Hosts;

/// <summary>The bench's side of a host process.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;

    private HostProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    public static async Task<HostProcess> StartAsync(HostKind kind)
    {
        var itself = Environment.ProcessPath!;
        string[] before = Path.GetFileNameWithoutExtension(itself) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        var process = Process.Start(new ProcessStartInfo(itself, [.. before, "host", kind.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var host = new HostProcess(process);
        host.Address = (await host.ReadAsync()).Address!;
        return host;
    }

    public async Task<IReadOnlyList<string>> SeatsAsync(int count) => (await AskAsync(new ControlAsk(ControlAsk.Seats, count))).Cookies!;

    public Task ChildrenAsync(int count) => AskAsync(new ControlAsk(ControlAsk.Children, count));

    public async Task<HostFigures> FiguresAsync() => (await AskAsync(new ControlAsk(ControlAsk.Figures))).Figures!;

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private async Task<ControlAnswer> AskAsync(ControlAsk ask)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(ask));
        await process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    private async Task<ControlAnswer> ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith('{')) continue;
            var answer = JsonSerializer.Deserialize<ControlAnswer>(line)!;
            return answer.Fault is null ? answer : throw new InvalidOperationException(answer.Fault);
        }

        throw new InvalidOperationException("The host ended.");
    }
}
