using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;

namespace ContactPoint.Shell.Session;

/// <summary>Ties circuits and their connections to the session rows.</summary>
internal static class SessionServices
{
    public static void AddSessionWatch(this IServiceCollection services)
    {
        services.AddSingleton<SessionWatch>();
        services.AddSingleton<CircuitSecrets>();
        services.AddSingleton<HubGuard>();
        services.AddScoped<CircuitSession>();
        services.AddScoped<CircuitHandler, SessionCircuit>();
        services.AddScoped<IRecordWatch, RecordWatch>();
    }

    /// <summary>Puts the guard in front of every call to the circuits' hub.</summary>
    public static void AddSessionGuard(this HubOptions hub) => hub.AddFilter<HubGuard>();
}
