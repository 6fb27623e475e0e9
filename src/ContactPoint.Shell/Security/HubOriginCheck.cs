using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace ContactPoint.Shell.Security;

/// <summary>
/// Refuses every call to the circuit's hub that does not come from a page of this very origin (ASVS 4.4.2): web sockets are not bound by
/// the browser's same-origin rule. A browser sends Origin with each of them, so a missing one is refused as well.
/// </summary>
internal sealed class HubOriginCheck(RequestDelegate next)
{
    private static readonly PathString Hub = "/_blazor";
    private static readonly PathString Initializers = "/_blazor/initializers";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase) || IsListOfScripts(context.Request) || IsOwnOrigin(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // A plain same-origin GET without Origin; it holds the names of start-up scripts and nothing else.
    private static bool IsListOfScripts(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Equals(Initializers, StringComparison.OrdinalIgnoreCase);

    private static bool IsOwnOrigin(HttpRequest request) => string.Equals(
        request.Headers[HeaderNames.Origin].ToString(),
        UriHelper.BuildAbsolute(request.Scheme, request.Host).TrimEnd('/'),
        StringComparison.OrdinalIgnoreCase);
}
