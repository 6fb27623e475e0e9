using System.Security.Cryptography;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>The files below <c>wwwroot</c>. Only kinds with a fixed type are served, so that no file can pass for a document of the host's.</summary>
internal static class ModuleAssets
{
    private const string Root = "wwwroot/";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
    };

    public static Result<Dictionary<string, ModuleAsset>> Of(ModuleFiles files)
    {
        var assets = new Dictionary<string, ModuleAsset>(StringComparer.Ordinal);
        foreach (var (path, content) in files.All.Where(file => file.Key.StartsWith(Root, StringComparison.Ordinal)))
        {
            if (!Kinds.TryGetValue(Path.GetExtension(path), out var kind)) return ModuleErrors.Refused($"{path} is of a kind that is not served.");
            assets.Add(path[Root.Length..], new ModuleAsset(content, kind, Convert.ToHexStringLower(SHA256.HashData(content))[..16]));
        }

        return assets;
    }
}
