using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace ContactPoint.Shell.Hosting;

/// <summary>The web server itself: what it says about itself, the language it speaks, and compression.</summary>
internal static class ShellServer
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static void AddShellServer(this WebApplicationBuilder builder)
    {
        // Circuits and timers have no request; without this they would take the machine's culture (dates as 01/02/2019).
        CultureInfo.DefaultThreadCurrentCulture = British;
        CultureInfo.DefaultThreadCurrentUICulture = British;

        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);

        // In Development the framework would answer for files that are not in its list, by an endpoint that states no policy.
        builder.Configuration["DisableStaticAssetNotFoundRuntimeFallback"] = "true";

        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(British);
            options.SupportedCultures = [British];
            options.SupportedUICultures = [British];
            options.RequestCultureProviders.Clear();
        });

        // Documents and static files only. Circuits are not compressed (their size would tell what they hold), nor is JSON. Antiforgery
        // tokens are encrypted anew in each answer, so that compressing the forms tells nothing about them.
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
    }
}
