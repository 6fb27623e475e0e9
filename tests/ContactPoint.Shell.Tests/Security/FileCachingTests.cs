using System.Net;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace ContactPoint.Shell.Tests.Security;

/// <summary>What never changes under its address may be kept, in whatever form it is sent; all else may not (I-35).</summary>
public sealed class FileCachingTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ShellApp app = shared.App;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    [Trait("Invariant", "I-35")]
    public async Task Files_MayBeKept_ExactlyWhenTheirAddressHoldsAFingerprint(string encoding)
    {
        using var browser = app.Browser();
        var files = Files();
        files.ShouldContain(file => file.Kept && file.Route.StartsWith("_content/MudBlazor/", StringComparison.Ordinal), "no file of a package is listed");
        files.ShouldContain(file => !file.Kept);

        List<string> wrong = [];
        foreach (var (route, kept) in files)
        {
            using var answer = await browser.SendAsync(HttpMethod.Get, $"/{route}", null, ("Accept-Encoding", encoding));

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, route);
            var said = answer.Headers.CacheControl!.ToString();
            if (said != (kept ? "max-age=31536000, immutable" : "no-store")) wrong.Add($"{route}: {said}");
        }

        wrong.ShouldBeEmpty();
    }

    private (string Route, bool Kept)[] Files() =>
        [.. app.Get<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>()
            .GroupBy(asset => asset.Route).Select(forms => (forms.Key, forms.Any(form => form.Properties.Any(property => property.Name == "fingerprint"))))];
}
