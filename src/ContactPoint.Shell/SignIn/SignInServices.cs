using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace ContactPoint.Shell.SignIn;

/// <summary>Sessions as the one way to be known, the closed fallback, and how often an address may try.</summary>
internal static class SignInServices
{
    /// <summary>The limit on the posts of sign-in.</summary>
    public const string AttemptLimit = "sign-in";

    /// <summary>Configures how many posts a minute one address may send to each step; ten unless configured.</summary>
    public const string AttemptsKey = "ContactPoint:SignInsPerMinute";

    private const int DefaultAttempts = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddSignInPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ReturnPath>();
        services.AddAuthentication(SessionAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();

        // A form without its token is answered with a page, not with an exception, in Development too.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        var attempts = configuration.GetValue(AttemptsKey, DefaultAttempts);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(AttemptLimit, context => RateLimitPartition.GetSlidingWindowLimiter(
                Source(context),
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = attempts, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 }));
        });
    }

    // Each step counts for itself, by its route: a path can be written in many ways. An IPv6 customer holds a whole /64.
    public static (string Path, string Network) Source(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "", Convert.ToHexString(bytes.Length == 16 ? bytes[..8] : bytes));
    }
}
