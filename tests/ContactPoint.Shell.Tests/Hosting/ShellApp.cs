using System.Net;
using ContactPoint.Directory;
using ContactPoint.Kernel.Audit;
using ContactPoint.Load.Hosting;
using ContactPoint.Shell.Hosting;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.StartUp;
using ContactPoint.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Shell.Tests.Hosting;

/// <summary>The whole host as in production, on real Kestrel with TLS and real SQLite, beside a Kernel of its own that makes users and moves the clock.</summary>
public sealed class ShellApp : IAsyncDisposable
{
    /// <summary>A name as in production: local addresses get no HSTS.</summary>
    public const string PublicName = "directory.contactpoint.example";

    private readonly bool ownsKernel;

    private ShellApp(WebApplication host, KernelHost kernel, bool ownsKernel)
    {
        Host = host;
        Kernel = kernel;
        this.ownsKernel = ownsKernel;
        Address = new Uri(host.Urls.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
    }

    public WebApplication Host { get; }

    public KernelHost Kernel { get; }

    public Uri Address { get; }

    /// <summary>Starts a host outside Development on a migrated database with keys.</summary>
    /// <param name="settings">Configuration on top.</param>
    /// <param name="configure">Changes services.</param>
    /// <param name="kernel">The Kernel whose folder and clock are used; a new one if null.</param>
    /// <param name="prepare">What the operator does before the start.</param>
    public static async Task<ShellApp> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null, KernelHost? kernel = null, Func<KernelHost, Task>? prepare = null)
    {
        var beside = kernel ?? await KernelAsync();
        if (prepare is not null) await prepare(beside);
        var host = await BuildAsync(beside, settings, configure);
        if (host.Services.GetService<IReadOnlyList<StartFailure>>() is { } failures)
            throw new InvalidOperationException($"The host stayed closed: {string.Join("; ", failures)}");
        await host.StartAsync();
        return new ShellApp(host, beside, ownsKernel: kernel is null);
    }

    /// <summary>A migrated database with keys, as the operator leaves it.</summary>
    public static async Task<KernelHost> KernelAsync()
    {
        var kernel = await KernelHost.StartAsync(services => services.AddDirectory().AddModuleFormats());
        _ = kernel.Get<IAuditVerification>().PublicKey;
        return kernel;
    }

    /// <summary>Builds a host without starting it.</summary>
    public static Task<WebApplication> BuildAsync(KernelHost kernel, IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        var merged = new Dictionary<string, string?>
        {
            [ProductServices.DataDirectoryKey] = kernel.DataDirectory,
            [SignInServices.AttemptsKey] = "100000",
            ["AllowedHosts"] = $"127.0.0.1;{PublicName}",
            ["urls"] = "https://127.0.0.1:0",

            // Beside a build, in any environment, the framework serves files as they are edited and lets no browser keep them; not so where it was published.
            ["ReloadStaticAssetsAtRuntime"] = "false",
            ["Logging:LogLevel:Default"] = "None",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "None",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
            merged[key] = value;
        var options = new WebApplicationOptions
        {
            ApplicationName = "ContactPoint.Shell",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
            Args = [.. merged.Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}")],
        };
        return ShellHost.BuildAsync(options, builder =>
        {
            builder.WebHost.UseStaticWebAssets();
            builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(https => https.ServerCertificate = LoopbackCertificate.Instance));
            builder.Services.AddSingleton<TimeProvider>(kernel.Clock);
            builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            configure?.Invoke(builder);
        });
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public Browser Browser(string? hostName = null) => new(Address, hostName);

    /// <summary>A browser with a new user's session.</summary>
    public async Task<(Browser Browser, TestUser User)> SignedInAsync(TestUser? user = null, string? hostName = null)
    {
        user ??= await Kernel.Users.CreateAsync();
        var browser = Browser(hostName);
        var answer = await browser.SignInAsync(user, NextCode(user));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (browser, user);
    }

    /// <summary>A code that was not used before: the clock goes on to the next step.</summary>
    public string NextCode(TestUser user)
    {
        Kernel.Clock.Advance(TimeSpan.FromSeconds(30));
        return Kernel.Users.CodeOf(user);
    }

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await Host.StopAsync(limit.Token);
        await Host.DisposeAsync();
        if (ownsKernel)
            await Kernel.DisposeAsync();
    }
}
