using ContactPoint.Kernel.Modules;

namespace ContactPoint.Shell.Modules;

/// <summary>
/// The files of modules' pages, from the bytes that were verified at the start. Which modules there are is nobody's business who is not signed in. An
/// address that carries the content's version may be kept by the browser, as the host's own files with a fingerprint may.
/// </summary>
internal static class ModuleFilesEndpoint
{
    private const string Keep = "private, max-age=31536000, immutable";

    public static void MapModuleFiles(this IEndpointRouteBuilder endpoints)
    {
        foreach (var module in endpoints.ServiceProvider.GetRequiredService<ModuleCatalogue>().Ready.Where(module => module.Assets.Count > 0))
            endpoints.MapGet($"/_content/{module.Manifest.Key}/{{**path}}", (string path, HttpContext context) => Send(module, path, context)).RequireAuthorization();
    }

    /// <summary>The address of a module's style sheet.</summary>
    public static string? StyleSheetOf(LoadedModule module) =>
        module.StyleSheet is { } sheet ? $"/_content/{module.Manifest.Key}/{sheet}?v={module.Assets[sheet].Version}" : null;

    private static IResult Send(LoadedModule module, string path, HttpContext context)
    {
        if (!module.Assets.TryGetValue(path, out var asset)) return Results.NotFound();
        if (context.Request.Query["v"] == asset.Version) context.Response.Headers.CacheControl = Keep;
        return Results.Bytes(asset.Content, asset.ContentType);
    }
}
