using ContactPoint.Shell.Session;
using ContactPoint.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactPoint.Shell.Hosting;

/// <summary>Interactive pages and the limits of their circuits.</summary>
internal static class ShellPages
{
    /// <summary>The largest message a browser may send over a circuit, in bytes.</summary>
    public const int MaximumMessageBytes = 32 * 1024;

    public static void AddShellPages(this IServiceCollection services)
    {
        services.AddContactPointUi();
        services.AddAntiforgery(options => options.Cookie = new HostOnlyCookie("__Host-cp-form"));
        services.AddRazorComponents()
            .AddInteractiveServerComponents(Limit)
            .AddHubOptions(hub =>
            {
                hub.EnableDetailedErrors = false;
                hub.MaximumReceiveMessageSize = MaximumMessageBytes;
                hub.AddSessionGuard();
            });

        // The framework takes this from configuration too; no setting may switch it on (I-37).
        services.PostConfigure<CircuitOptions>(options => options.DetailedErrors = false);
        services.PostConfigure<RazorComponentsServiceOptions>(options => options.DetailedErrors = false);
        services.TryAddSingleton(TimeProvider.System);
    }

    public static void AddShellRenderMode(this RazorComponentsEndpointConventionBuilder pages)
    {
        pages.AddInteractiveServerRenderMode(options =>
        {
            options.ContentSecurityFrameAncestorsPolicy = "'none'";
            options.DisableWebSocketCompression = true;
        });

        // The hub and the framework's other endpoints are for the signed in. A page says for itself who may see it.
        pages.Add(endpoint =>
        {
            if (!endpoint.Metadata.OfType<ComponentTypeMetadata>().Any())
                endpoint.Metadata.Add(new AuthorizeAttribute());
        });
    }

    private static void Limit(CircuitOptions options)
    {
        options.DetailedErrors = false;
        options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(60);
        options.DisconnectedCircuitMaxRetained = 100;
        options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10);
        options.MaxBufferedUnacknowledgedRenderBatches = 10;

        // .NET 10 would keep the state of a lost circuit in memory for two hours; what a page showed must end with its circuit.
        options.PersistedCircuitInMemoryMaxRetained = 0;
        options.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromSeconds(1);
    }
}
