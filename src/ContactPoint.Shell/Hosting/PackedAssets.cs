using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace ContactPoint.Shell.Hosting;

/// <summary>
/// Serves the compressed forms of files that the build compressed but lists under their plain address alone: SDK 10 forgets the
/// fingerprinted address of a package's files with two dots in the name ("MudBlazor.min.css"), which would then be compressed anew, and
/// half as well, for each browser. <c>bench first-page</c> shows when this is no longer needed. They may be kept for ever as the framework's own may;
/// beside a build, not where it was published, it watches its own for edits and has them asked for each time (<c>ReloadStaticAssetsAtRuntime</c>).
/// </summary>
internal static class PackedAssets
{
    // Before the framework's own, which stand at -100.
    private const int Order = -101;

    private static readonly (string Encoding, string Ending)[] Forms = [("br", ".br"), ("gzip", ".gz")];

    public static void MapPackedAssets(this WebApplication app)
    {
        var listed = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>().ToArray();
        var packed = listed.Select(asset => asset.AssetPath).Where(path => Forms.Any(form => path.EndsWith(form.Ending, StringComparison.Ordinal))).ToHashSet();
        foreach (var asset in listed.GroupBy(asset => asset.Route).Where(forms => forms.All(form => form.Selectors.Count == 0)).Select(forms => forms.First()))
        {
            var files = Forms.Where(form => packed.Contains(asset.AssetPath + form.Ending)).Select(form => (form.Encoding, File: app.Environment.WebRootFileProvider.GetFileInfo(asset.AssetPath + form.Ending)))
                .Where(form => form.File.Exists).ToArray();
            if (files.Length == 0 || asset.Properties.All(property => property.Name != "fingerprint")) continue;
            app.MapGet(asset.Route, context => SendAsync(context, asset, files, app.Environment.WebRootFileProvider.GetFileInfo(asset.AssetPath)))
                .AllowAnonymous().WithOrder(Order);
        }
    }

    private static Task SendAsync(HttpContext context, StaticAssetDescriptor asset, IEnumerable<(string Encoding, IFileInfo File)> files, IFileInfo plain)
    {
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding.Where(encoding => encoding.Quality is not 0).Select(encoding => encoding.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (encoding, file) = files.FirstOrDefault(form => accepted.Contains(form.Encoding));
        foreach (var header in asset.ResponseHeaders.Where(header => header.Name is "Cache-Control" or "Content-Type"))
            context.Response.Headers[header.Name] = header.Value;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null) context.Response.Headers.ContentEncoding = encoding;
        return context.Response.SendFileAsync(file ?? plain, context.RequestAborted);
    }
}
