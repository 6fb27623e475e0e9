using ContactPoint.Benchmarks.Template;
using ContactPoint.Load.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Benchmarks.Hosts;

/// <summary>The template's page behind the same TLS and the same collector, with the template's own settings.</summary>
internal static class MeasuredTemplate
{
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, Args = ["--urls=https://127.0.0.1:0"] });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(https => https.ServerCertificate = LoopbackCertificate.Instance));
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddSingleton<CircuitCount>();
        builder.Services.AddScoped<CircuitHandler, CountedCircuit>();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<TemplateApp>().AddInteractiveServerRenderMode();
        return app;
    }
}
