using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Shell.Feeds;

/// <summary>
/// <c>GET /feeds/{run}/outcomes.csv</c>: the outcome file that a steward hands back to the source (FED-4). What it says, to whom, and its
/// audit entry are <see cref="IFeeds"/>'s; here it only becomes a download that nothing keeps.
/// </summary>
internal static class OutcomeFile
{
    public static void MapOutcomeFile(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/feeds/{run:guid}/outcomes.csv", WriteAsync).RequireAuthorization();

    private static async Task WriteAsync(Guid run, HttpContext context, ICallerSource callers, IFeeds feeds)
    {
        var caller = await callers.CurrentAsync(context.RequestAborted);
        if (!caller.Succeeded)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"outcomes-{run:N}.csv\"";
        var written = await feeds.WriteSourceOutcomesAsync(caller.Value, run, context.Response.Body, context.RequestAborted);
        if (written.Succeeded || context.Response.HasStarted) return;
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
