using Microsoft.Net.Http.Headers;
using NetEscapades.AspNetCore.SecurityHeaders.Headers;

namespace ContactPoint.Shell.Security;

/// <summary>The security headers of every answer, whatever its route and status.</summary>
internal static class ShellSecurityHeaders
{
    private const string NoFeatures =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), fullscreen=(), "
        + "geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        + "picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=(), publickey-credentials-get=(self)";

    private static readonly int OneYear = (int)TimeSpan.FromDays(365).TotalSeconds;

    /// <summary>Registers the policy.</summary>
    /// <param name="services">The host's services.</param>
    public static void AddShellSecurityHeaders(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies().SetDefaultPolicy(headers => headers
            .AddContentSecurityPolicy(Define)
            .AddStrictTransportSecurityMaxAgeIncludeSubDomains(OneYear)
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .AddFrameOptionsDeny()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddCustomHeader("Permissions-Policy", NoFeatures)
            .RemoveServerHeader());

    /// <summary>Puts the headers on, first in the pipeline so that no answer escapes, and keeps answers out of caches.</summary>
    public static void UseShellSecurityHeaders(this IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(KeepOutOfCaches, context);
            return next(context);
        });
    }

    private static void Define(CspBuilder policy)
    {
        policy.AddDefaultSrc().None();
        policy.AddScriptSrc().Self().WithNonce();
        policy.AddStyleSrcElem().Self();

        // Blazor and MudBlazor set style attributes; without inline script or style elements they can do no harm that script could.
        policy.AddStyleSrcAttr().UnsafeInline();
        policy.AddImgSrc().Self().Data();
        policy.AddFontSrc().Self();
        policy.AddConnectSrc().Self();
        policy.AddFormAction().Self();

        // 'none' would stop the circuit on deep addresses (recorded deviation from ASVS 3.4.3).
        policy.AddBaseUri().Self();
        policy.AddFrameAncestors().None();
        policy.AddObjectSrc().None();
    }

    /// <summary>Only files with a fingerprint in their name, which the framework marks as immutable, may be kept.</summary>
    private static Task KeepOutOfCaches(object state)
    {
        var response = ((HttpContext)state).Response;
        if (!response.Headers[HeaderNames.CacheControl].ToString().Contains("immutable", StringComparison.Ordinal))
            response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
