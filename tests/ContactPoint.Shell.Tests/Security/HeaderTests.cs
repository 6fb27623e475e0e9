using System.Net;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.StaticPages;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Security;

public sealed class HeaderTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ShellApp app = shared.App;

    [Fact]
    [Trait("Asvs", "3.4.1")]
    [Trait("Asvs", "3.4.3")]
    [Trait("Asvs", "3.4.4")]
    [Trait("Asvs", "3.4.5")]
    [Trait("Asvs", "3.4.6")]
    [Trait("Asvs", "3.4.8")]
    [Trait("Invariant", "I-35")]
    public async Task Headers_OnEveryRouteAndStatus_AreWhole()
    {
        using var stranger = app.Browser(ShellApp.PublicName);
        var (known, _) = await app.SignedInAsync(hostName: ShellApp.PublicName);
        using var kept = known;
        var css = app.Get<StyleSheetAddress>().Value;

        await CheckAsync(stranger.GetAsync("/check-a-file"), HttpStatusCode.OK);
        await CheckAsync(stranger.GetAsync("/sign-in"), HttpStatusCode.OK);
        await CheckAsync(stranger.GetAsync("/signed-out?reason=Idle"), HttpStatusCode.OK);
        await CheckAsync(stranger.GetAsync("/healthz"), HttpStatusCode.OK);
        await CheckAsync(stranger.GetAsync("/"), HttpStatusCode.Redirect);
        await CheckAsync(stranger.GetAsync("/nowhere"), HttpStatusCode.Redirect);
        await CheckAsync(stranger.SendAsync(HttpMethod.Post, "/sign-in", new Dictionary<string, string>()), HttpStatusCode.BadRequest);
        await CheckAsync(stranger.SendAsync(HttpMethod.Post, "/_blazor/negotiate", null, ("Origin", stranger.Origin)), HttpStatusCode.Unauthorized);
        await CheckAsync(stranger.SendAsync(HttpMethod.Post, "/_blazor/negotiate"), HttpStatusCode.Forbidden);
        await CheckAsync(stranger.GetAsync(css), HttpStatusCode.OK, mayBeKept: true);
        await CheckAsync(known.GetAsync("/"), HttpStatusCode.OK);
        await CheckAsync(known.GetAsync("/nowhere"), HttpStatusCode.NotFound);
        await CheckAsync(known.SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", null, ("Origin", known.Origin)), HttpStatusCode.OK);
        await CheckAsync(known.SendAsync(HttpMethod.Trace, "/"), HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    [Trait("Invariant", "I-36")]
    [Trait("Asvs", "16.5.1")]
    public async Task Headers_OnAFault_AreWhole_AndThePageTellsNothing()
    {
        await using var broken = await ShellApp.StartAsync(configure: builder => builder.Services.AddSingleton<ISignIn, BrokenSignIn>());
        using var browser = broken.Browser(ShellApp.PublicName);

        var answer = await browser.PasswordAsync("somebody", "some password");

        await CheckAsync(Task.FromResult(answer), HttpStatusCode.InternalServerError);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("quote this reference");
        page.ShouldNotContain("no such table");
        page.ShouldNotContain("Exception");
    }

    [Fact]
    [Trait("Asvs", "6.3.1")]
    public async Task SignIn_TooOftenFromOneAddress_IsHeldOff()
    {
        await using var strict = await ShellApp.StartAsync(new Dictionary<string, string?> { [SignInServices.AttemptsKey] = "3" });
        using var browser = strict.Browser(ShellApp.PublicName);
        for (var attempt = 0; attempt < 3; attempt++)
            (await browser.PasswordAsync("nobody", "some password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var answer = await browser.PasswordAsync("nobody", "some password");

        await CheckAsync(Task.FromResult(answer), HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Too many requests");
    }

    [Fact]
    [Trait("Asvs", "3.3.1")]
    [Trait("Asvs", "3.3.2")]
    [Trait("Asvs", "3.3.3")]
    [Trait("Asvs", "3.3.4")]
    [Trait("Asvs", "3.3.5")]
    public async Task Cookies_EachOfThem_IsOfThisHostAlone()
    {
        var user = await app.Kernel.Users.CreateAsync();
        using var browser = app.Browser(ShellApp.PublicName);
        var form = await browser.GetAsync("/sign-in");
        var step = await browser.PasswordAsync(user.UserName, user.Password);
        var home = await browser.CodeAsync(app.NextCode(user));
        var left = await browser.SendAsync(HttpMethod.Post, "/sign-out", await AntiforgeryForm.ForAsync(app, browser));

        var cookies = new[] { form, step, home, left }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : []).ToArray();

        cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe([SessionCookie.Session, SessionCookie.Step, "__Host-cp-form"], ignoreOrder: true);
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith("__Host-");
            cookie.ShouldContain("; path=/", Case.Insensitive);
            cookie.ShouldContain("; secure", Case.Insensitive);
            cookie.ShouldContain("; samesite=strict", Case.Insensitive);
            cookie.ShouldContain("; httponly", Case.Insensitive);
            cookie.ShouldNotContain("domain=", Case.Insensitive);
            cookie.Length.ShouldBeLessThan(4096);
        }
    }

    private static async Task CheckAsync(Task<HttpResponseMessage> sent, HttpStatusCode status, bool mayBeKept = false)
    {
        var answer = await sent;
        var where = $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.AbsolutePath} {(int)answer.StatusCode}";
        answer.StatusCode.ShouldBe(status, where);
        One(answer, "Strict-Transport-Security", where).ShouldBe("max-age=31536000; includeSubDomains", where);
        One(answer, "X-Content-Type-Options", where).ShouldBe("nosniff", where);
        One(answer, "Referrer-Policy", where).ShouldBe("no-referrer", where);
        One(answer, "Cross-Origin-Opener-Policy", where).ShouldBe("same-origin", where);
        One(answer, "Cross-Origin-Resource-Policy", where).ShouldBe("same-origin", where);
        One(answer, "X-Frame-Options", where).ShouldBe("DENY", where);
        var policy = One(answer, "Content-Security-Policy", where);
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("object-src 'none'");
        policy.ShouldContain("script-src 'self' 'nonce-");
        policy.ShouldNotContain("script-src 'self' 'unsafe", Case.Insensitive);
        answer.Headers.Contains("Server").ShouldBeFalse(where);
        answer.Headers.Contains("X-Powered-By").ShouldBeFalse(where);
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse(where);
        if (!mayBeKept)
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(where);
        if (answer.Content.Headers.ContentType is { MediaType: { } type } content && type.StartsWith("text/", StringComparison.Ordinal) && !mayBeKept)
            content.CharSet.ShouldBe("utf-8", where);
    }

    private static string One(HttpResponseMessage answer, string header, string where)
    {
        answer.Headers.TryGetValues(header, out var values).ShouldBeTrue($"{header} is missing on {where}");
        return values!.Single();
    }

    private sealed class BrokenSignIn : ISignIn
    {
        public Task<string> BeginAsync(string userName, string password, string clientAddress, CancellationToken cancellation = default) =>
            throw new InvalidOperationException("no such table: secret_table");

        public Task<Result<NewSession>> CompleteAsync(string attempt, string code, string clientAddress, CancellationToken cancellation = default) =>
            throw new InvalidOperationException("no such table: secret_table");
    }
}
