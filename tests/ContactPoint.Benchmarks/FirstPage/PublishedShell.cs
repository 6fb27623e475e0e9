using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ContactPoint.Benchmarks.Hosts;
using ContactPoint.Load.Hosting;
using ContactPoint.Load.Seeding;
using ContactPoint.Testing;

namespace ContactPoint.Benchmarks.FirstPage;

/// <summary>The published host as a process of its own, and somebody who is signed in.</summary>
internal sealed class PublishedShell : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder;
    private readonly KernelHost kernel;
    private readonly Process process;

    private PublishedShell(DirectoryInfo folder, KernelHost kernel, Process process, Uri address, string cookie)
    {
        this.folder = folder;
        this.kernel = kernel;
        this.process = process;
        Address = address;
        Cookie = cookie;
    }

    public Uri Address { get; }

    public string Cookie { get; }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } });

    public static async Task<PublishedShell> StartAsync(string? published)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-first-page-");
        published ??= await PublishAsync(folder);
        var kernel = await MeasuredShell.KernelAsync();
        var cookie = (await new Seats(kernel.Users).TakeAsync(1))[0];
        var certificate = Path.Combine(folder.FullName, "host.pfx");
        await File.WriteAllBytesAsync(certificate, LoopbackCertificate.Instance.Export(X509ContentType.Pfx));
        var address = new Uri($"https://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(published, "ContactPoint.Shell.dll"), $"--urls={address}"]) { WorkingDirectory = published, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ContactPoint__DataDirectory"] = kernel.DataDirectory;
        start.Environment["Kestrel__Certificates__Default__Path"] = certificate;
        start.Environment["AllowedHosts"] = "127.0.0.1";
        start.Environment["Logging__LogLevel__Default"] = "None";
        var shell = new PublishedShell(folder, kernel, Process.Start(start)!, address, cookie);
        await shell.WaitAsync();
        return shell;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Client.Dispose();
        await kernel.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<string> PublishAsync(DirectoryInfo folder)
    {
        Report.Progress("Publishing…");
        var to = Path.Combine(folder.FullName, "published");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Sources(), "src", "ContactPoint.Shell"), "-c", "Release", "-o", to, "-v", "q", "--nologo"]) { RedirectStandardOutput = true })!;
        var words = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? to : throw new InvalidOperationException(words);
    }

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ContactPoint.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The sources are not above the bench: give --published.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < Patience && !process.HasExited)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri(Address, "readyz"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The published host did not become ready.");
    }
}
