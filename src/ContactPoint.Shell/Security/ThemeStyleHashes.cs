using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ContactPoint.Ui.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using MudBlazor.Services;

namespace ContactPoint.Shell.Security;

/// <summary>
/// MudBlazor writes the theme as style blocks into the page. The content security policy allows exactly these, by their hashes: they are
/// rendered once at start, in light and in dark, with the very theme that the pages use.
/// </summary>
internal static partial class ThemeStyleHashes
{
    /// <summary>SHA-256 of each style block, in Base64, without duplicates.</summary>
    public static async Task<IReadOnlyList<string>> ComputeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMudServices();
        services.AddSingleton<IJSRuntime, NoScript>();
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, provider.GetRequiredService<ILoggerFactory>());

        var hashes = new List<string>();
        foreach (var dark in new[] { false, true })
            hashes.AddRange((await RenderAsync(renderer, dark)).Select(Hash));
        return [.. hashes.Distinct()];
    }

    private static Task<IEnumerable<string>> RenderAsync(HtmlRenderer renderer, bool dark) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var output = await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = ContactPointTheme.Instance,
            [nameof(MudThemeProvider.IsDarkMode)] = dark,
            [nameof(MudThemeProvider.DefaultScrollbar)] = true,
        }));
        return StyleBlock().Matches(output.ToHtmlString()).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));
    });

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<style[^>]*>(.*?)</style>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex StyleBlock();

    /// <summary>What a component meets whose browser is gone; MudBlazor takes it calmly.</summary>
    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new JSDisconnectedException("There is no browser at start.");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new JSDisconnectedException("There is no browser at start.");
    }
}
