using System.Net;
using ContactPoint.Shell.Security;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContactPoint.Shell.Tests.Security;

public sealed class EndpointTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ShellApp app = shared.App;

    [Fact]
    [Trait("Invariant", "I-25")]
    [Trait("Asvs", "8.2.1")]
    public void Start_WithAnEndpointWithoutPolicy_IsRefused()
    {
        using var host = WebApplication.CreateSlimBuilder().Build();
        host.MapGet("/open", () => "").AllowAnonymous();
        host.MapGet("/closed", () => "").RequireAuthorization();
        EndpointPolicyCheck.Run(host);

        host.MapGet("/forgotten", () => "");

        Should.Throw<InvalidOperationException>(() => EndpointPolicyCheck.Run(host)).Message.ShouldContain("/forgotten");
    }

    [Fact]
    [Trait("Invariant", "I-25")]
    [Trait("Asvs", "8.3.1")]
    public async Task Endpoints_NotMeantForAnybody_AreClosedToStrangers()
    {
        using var stranger = app.Browser();
        var closed = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).ToArray();
        closed.Length.ShouldBeGreaterThan(5);

        foreach (var endpoint in closed)
        {
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.FirstOrDefault() ?? "GET";
            var answer = await stranger.SendAsync(new HttpMethod(method), Fill(endpoint), method == "POST" ? new Dictionary<string, string>() : null, ("Origin", stranger.Origin));
            answer.StatusCode.ShouldBeOneOf(
                [HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest], $"{method} {Fill(endpoint)}");
            if (answer.StatusCode == HttpStatusCode.Redirect)
                answer.Headers.Location!.ToString().ShouldStartWith("/sign-in");
        }
    }

    [Fact]
    [Trait("Asvs", "8.3.1")]
    public void Anonymous_AreTheseRoutesAlone()
    {
        var open = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !route.Contains("_content", StringComparison.Ordinal) && !route.Contains("_framework", StringComparison.Ordinal) && !Path.HasExtension(route))
            .Distinct().Order(StringComparer.Ordinal);

        open.ShouldBe(["/healthz", "/readyz", "/check-a-file", "/check-a-file/format", "/check-a-file/schema", "/sign-in", "/sign-in/code", "/signed-out"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Asvs", "3.5.1")]
    [Trait("Asvs", "3.5.3")]
    public async Task Post_WithoutItsToken_IsRefused_OnEveryEndpoint()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        var posts = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is null).Select(Fill).Distinct().ToArray();
        posts.ShouldContain("/sign-out");
        posts.ShouldContain("/sign-in");

        foreach (var path in posts)
        {
            var answer = await browser.SendAsync(HttpMethod.Post, path, new Dictionary<string, string> { ["code"] = "1", ["user-name"] = "a", ["password"] = "b" });

            // The hub asks for the page's origin instead of a token.
            answer.StatusCode.ShouldBe(path.StartsWith("/_blazor", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest, path);
        }

        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK, "the session must still stand");
    }

    [Fact]
    [Trait("Asvs", "3.5.1")]
    public async Task Post_OnAPage_WithoutToken_IsRefused()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;

        var answer = await browser.SendAsync(HttpMethod.Post, "/", new Dictionary<string, string> { ["_handler"] = "anything" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    [Trait("Invariant", "I-37")]
    [Trait("Asvs", "13.4.2")]
    public void DetailedErrors_AreOff()
    {
        app.Get<IOptions<CircuitOptions>>().Value.DetailedErrors.ShouldBeFalse();
        var hub = typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.ComponentHub", throwOnError: true)!;
        var options = (IOptions<HubOptions>)app.Host.Services.GetRequiredService(typeof(IOptions<>).MakeGenericType(typeof(HubOptions<>).MakeGenericType(hub)));
        options.Value.EnableDetailedErrors.ShouldBe(false);
        options.Value.MaximumReceiveMessageSize.ShouldBe(32 * 1024);
    }

    private RouteEndpoint[] Endpoints() => [.. app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    private static string Fill(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
            part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "x"))));
}
