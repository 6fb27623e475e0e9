using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ContactPoint.Shell.Hosting;

/// <summary>
/// Behind a proxy the caller's address and scheme come in headers that anybody can write. They are believed from the proxies that are named, from
/// nobody else, and never for the host's name: the proxy passes Host on as it came.
/// </summary>
internal static class KnownProxies
{
    /// <summary>Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/24</c>) of the proxies; none unless configured.</summary>
    public const string Key = "ContactPoint:KnownProxies";

    /// <summary>The framework's own switch believes everybody; the host refuses to start with it.</summary>
    public const string BelieveEverybodyKey = "FORWARDEDHEADERS_ENABLED";

    /// <summary>The networks that were named; null where one of them is no network, or is everybody.</summary>
    public static IReadOnlyList<System.Net.IPNetwork>? Read(IConfiguration configuration)
    {
        var networks = new List<System.Net.IPNetwork>();
        if (configuration[Key] is { Length: > 0 })
            return null;
        foreach (var text in configuration.GetSection(Key).Get<string[]>() ?? [])
        {
            if (IPAddress.TryParse(text, out var address))
                networks.Add(new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (System.Net.IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0)
                networks.Add(network);
            else
                return null;
        }

        return networks;
    }

    public static void UseKnownProxies(this WebApplication app)
    {
        if (Read(app.Configuration) is not { Count: > 0 } networks)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
