using System.Net;
using ContactPoint.Shell.Hosting;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.Tests.Hosting;

namespace ContactPoint.Shell.Tests.Security;

/// <summary>Whose word the host takes for where a caller is.</summary>
public sealed class KnownProxyTests
{
    [Fact]
    [Trait("Asvs", "15.3.4")]
    [Trait("Asvs", "6.3.1")]
    public async Task ForwardedAddress_FromAnybody_IsNotBelieved()
    {
        await using var app = await ShellApp.StartAsync(new Dictionary<string, string?> { [SignInServices.AttemptsKey] = "3" });

        (await AnswersAsync(app, attempt => $"198.51.100.{attempt}")).ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    [Trait("Asvs", "15.3.4")]
    public async Task ForwardedAddress_FromAProxyThatIsNamed_IsTheCallers()
    {
        await using var app = await BehindProxyAsync("127.0.0.0/8");

        (await AnswersAsync(app, attempt => $"198.51.100.{attempt}")).ShouldAllBe(status => status == HttpStatusCode.Redirect);
        (await AnswersAsync(app, _ => "203.0.113.9")).ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    [Trait("Asvs", "15.3.4")]
    public async Task ForwardedAddress_ThatTheCallerWroteBeforeTheProxy_IsNotBelieved()
    {
        await using var app = await BehindProxyAsync("127.0.0.1");

        (await AnswersAsync(app, attempt => $"198.51.100.{attempt}, 203.0.113.9")).ShouldContain(HttpStatusCode.TooManyRequests);
    }

    private static Task<ShellApp> BehindProxyAsync(string proxy) => ShellApp.StartAsync(new Dictionary<string, string?>
    {
        [SignInServices.AttemptsKey] = "3",
        [$"{KnownProxies.Key}:0"] = proxy,
    });

    private static async Task<IReadOnlyList<HttpStatusCode>> AnswersAsync(ShellApp app, Func<int, string> forwardedFor)
    {
        using var browser = app.Browser(ShellApp.PublicName);
        var form = await AntiforgeryForm.ForAsync(app, browser);
        var answers = new List<HttpStatusCode>();
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            using var answer = await browser.SendAsync(HttpMethod.Post, "/sign-in", form, ("X-Forwarded-For", forwardedFor(attempt)), ("X-Forwarded-Proto", "https"));
            answers.Add(answer.StatusCode);
        }

        return answers;
    }
}
