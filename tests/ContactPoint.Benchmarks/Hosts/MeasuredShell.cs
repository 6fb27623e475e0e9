using ContactPoint.Directory;
using ContactPoint.Kernel.Audit;
using ContactPoint.Load.Hosting;
using ContactPoint.Shell.Hosting;
using ContactPoint.Shell.StartUp;
using ContactPoint.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContactPoint.Benchmarks.Hosts;

/// <summary>The Shell as in production: TLS, the product's services and checks, real SQLite in a folder of its own, the real clock.</summary>
internal static class MeasuredShell
{
    /// <summary>A migrated database with keys, as the operator leaves it.</summary>
    public static async Task<KernelHost> KernelAsync()
    {
        var kernel = await KernelHost.StartAsync(services => services.AddDirectory().AddModuleFormats().AddSingleton(TimeProvider.System));
        _ = kernel.Get<IAuditVerification>().PublicKey;
        return kernel;
    }

    public static async Task<WebApplication> BuildAsync(KernelHost kernel)
    {
        var app = await ShellHost.BuildAsync(
            new WebApplicationOptions
            {
                ApplicationName = "ContactPoint.Shell",
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
                Args = [$"--{ProductServices.DataDirectoryKey}={kernel.DataDirectory}", "--AllowedHosts=127.0.0.1", "--urls=https://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None"],
            },
            builder =>
            {
                builder.WebHost.UseStaticWebAssets();
                builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(https => https.ServerCertificate = LoopbackCertificate.Instance));

                // Accounts by the thousand: the strength of their hashes is not what is measured.
                builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
                builder.Services.AddSingleton<TestUsers>();
                builder.Services.AddSingleton<CircuitCount>();
                builder.Services.AddScoped<CircuitHandler, CountedCircuit>();
            });
        return app.Services.GetService<IReadOnlyList<StartFailure>>() is { } failures
            ? throw new InvalidOperationException($"The host stayed closed: {string.Join("; ", failures)}")
            : app;
    }
}
