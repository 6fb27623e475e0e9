using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ContactPoint.Shell.Health;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: it can also do its work; checks tagged <see cref="Ready"/> decide. Both say one
/// word and no detail: anybody may ask.
/// </summary>
internal static class ShellHealth
{
    /// <summary>The tag of a check that decides on readiness.</summary>
    public const string Ready = "ready";

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);

    public static void AddShellHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DirectoryReady>("directory", tags: [Ready], timeout: LongestAnswer);

    public static void MapShellHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        endpoints.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(report.Status.ToString());
    }
}
