using System.Data.Common;
using ContactPoint.Shell.Hosting;

namespace ContactPoint.Shell.StartUp;

/// <summary>Settings that no host outside Development may have: plain HTTP, default secrets, an unencrypted line to the database, detailed errors.</summary>
internal static class SettingChecks
{
    // From tutorials, images and templates.
    private static readonly string[] KnownPasswords =
        ["", "sa", "password", "changeme", "change-me", "secret", "admin", "P@ssw0rd", "Passw0rd", "Password123", "yourStrong(!)Password", "<YourStrong@Passw0rd>", "Your_password123"];

    public static IEnumerable<StartFailure> Run(IConfiguration configuration)
    {
        var addresses = Addresses(configuration).ToArray();
        if (addresses.Length == 0 || addresses.Any(address => !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
            yield return new StartFailure("https", "The host would listen on plain HTTP. Give it https addresses only (ASPNETCORE_URLS) and a certificate.");
        if (configuration.GetConnectionString(ProductServices.ConnectionName) is { Length: > 0 } connection)
        {
            if (HasDefaultPassword(connection))
                yield return new StartFailure("default-secrets", "The password of the database is a well-known one. Change it.");
            if (IsUnencrypted(connection))
                yield return new StartFailure("database-line", "The line to the database is not encrypted, or its certificate is not checked.");
        }

        if (configuration.GetValue(KnownProxies.BelieveEverybodyKey, false))
            yield return new StartFailure("proxies", $"Forwarded headers would be believed from everybody. Switch that off and name your proxies in {KnownProxies.Key}.");
        if (KnownProxies.Read(configuration) is null)
            yield return new StartFailure("proxies", $"{KnownProxies.Key} holds something that is no address and no network.");
        if (configuration.GetValue("DetailedErrors", false))
            yield return new StartFailure("detailed-errors", "Detailed errors are switched on. They are for Development only.");
    }

    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToArray();
        if (endpoints.Length > 0)
            return endpoints;
        return Split(configuration["urls"])
            .Concat(Split(configuration["http_ports"]).Select(port => $"http://*:{port}"))
            .Concat(Split(configuration["https_ports"]).Select(port => $"https://*:{port}"));
    }

    private static string[] Split(string? values) => values?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool HasDefaultPassword(string connection)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connection };
        return (builder.TryGetValue("Password", out var password) || builder.TryGetValue("Pwd", out password))
            && KnownPasswords.Contains((string)password, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsUnencrypted(string connection)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connection };
        return Is(builder, "Encrypt", "false", "no", "optional") || Is(builder, "TrustServerCertificate", "true", "yes") || Is(builder, "Trust Server Certificate", "true", "yes");
    }

    private static bool Is(DbConnectionStringBuilder builder, string key, params string[] values) =>
        builder.TryGetValue(key, out var value) && values.Contains((string)value, StringComparer.OrdinalIgnoreCase);
}
