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

namespace ContactPoint.Shell.Styles;

/// <summary>
/// MudBlazor's theme as one style sheet, rendered once at start in light and in dark; the device says which holds. In a page its provider
/// would keep both, with their colours and a line to the browser, in every circuit (ADR 0009).
/// </summary>
internal sealed partial class ThemeStyleSheet
{
    private const int FingerprintLength = 10;

    private ThemeStyleSheet(string text)
    {
        Text = text;
        Path = $"/theme.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..FingerprintLength]}.css";
    }

    /// <summary>The sheet.</summary>
    public string Text { get; }

    /// <summary>Its address, which changes with it, so that browsers may keep it.</summary>
    public string Path { get; }

    public static async Task<ThemeStyleSheet> RenderAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMudServices();
        services.AddSingleton<IJSRuntime, NoScript>();
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, provider.GetRequiredService<ILoggerFactory>());
        var light = await RenderAsync(renderer, dark: false);
        var dark = await RenderAsync(renderer, dark: true);
        return new ThemeStyleSheet($"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n");
    }

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, context =>
    {
        context.Response.ContentType = "text/css; charset=utf-8";
        context.Response.Headers.CacheControl = "max-age=31536000, immutable";
        return context.Response.WriteAsync(Text, context.RequestAborted);
    }).AllowAnonymous();

    private static Task<string> RenderAsync(HtmlRenderer renderer, bool dark) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var output = await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = ContactPointTheme.Instance,
            [nameof(MudThemeProvider.IsDarkMode)] = dark,
            [nameof(MudThemeProvider.DefaultScrollbar)] = true,
        }));
        return string.Join('\n', StyleBlock().Matches(output.ToHtmlString()).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Trim()));
    });

    [GeneratedRegex("<style[^>]*>(.*?)</style>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex StyleBlock();

    /// <summary>What a component meets whose browser is gone; MudBlazor takes it calmly.</summary>
    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new JSDisconnectedException("There is no browser at start.");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new JSDisconnectedException("There is no browser at start.");
    }
}
