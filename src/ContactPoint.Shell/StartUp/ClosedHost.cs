using ContactPoint.Shell.Hosting;
using ContactPoint.Shell.Security;

namespace ContactPoint.Shell.StartUp;

/// <summary>The host when a start check failed: it lives and says what is missing, and serves nothing else (I-45).</summary>
internal static partial class ClosedHost
{
    public static WebApplication Build(WebApplicationOptions options, IReadOnlyList<StartFailure> failures, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateBuilder(options);
        builder.AddShellServer();
        builder.Services.AddShellSecurityHeaders();
        builder.Services.AddSingleton(failures);
        configure?.Invoke(builder);

        // Only the server itself starts: whatever else was registered stands on what is missing.
        foreach (var service in builder.Services.Where(service => IsOwnBackgroundService(service)).ToArray())
            builder.Services.Remove(service);

        var app = builder.Build();
        foreach (var failure in failures)
            LogClosed(app.Logger, failure.Check, failure.Words);
        app.UseShellSecurityHeaders();
        app.Run(context => AnswerAsync(context, failures));
        return app;
    }

    private static bool IsOwnBackgroundService(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) != true
        && service.ImplementationFactory?.Method.Module.Assembly.GetName().Name?.StartsWith("Microsoft.", StringComparison.Ordinal) != true;

    private static Task AnswerAsync(HttpContext context, IReadOnlyList<StartFailure> failures)
    {
        var (status, words) = context.Request.Path.Value switch
        {
            "/healthz" => (StatusCodes.Status200OK, "Healthy"),
            "/readyz" => (StatusCodes.Status503ServiceUnavailable, string.Join('\n', failures.Select(failure => $"{failure.Check}: {failure.Words}"))),
            _ => (StatusCodes.Status503ServiceUnavailable, "ContactPoint is not ready. Its operator can see why at /readyz."),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(words);
    }

    [LoggerMessage(4011, LogLevel.Critical, "The host stays closed. {Check}: {Words}")]
    private static partial void LogClosed(ILogger logger, string check, string words);
}
