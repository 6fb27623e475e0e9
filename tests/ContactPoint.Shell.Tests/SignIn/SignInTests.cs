using System.Net;
using System.Text.RegularExpressions;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.Tests.Hosting;

namespace ContactPoint.Shell.Tests.SignIn;

public sealed partial class SignInTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ShellApp app = shared.App;

    [Fact]
    [Trait("Invariant", "I-29")]
    [Trait("Asvs", "6.3.8")]
    public async Task SignIn_WhateverIsWrong_AnswersWithTheSameBytes()
    {
        var user = await app.Kernel.Users.CreateAsync();
        var disabled = await app.Kernel.Users.CreateAsync();
        await app.Kernel.Get<IUserAdministration>().SuspendAsync(await app.Kernel.SystemAsync(), disabled.Id, "test");

        var answers = new List<string>
        {
            await TranscriptAsync("nobody.at.all", "not the password", "000000"),
            await TranscriptAsync(user.UserName, "not the password", "000000"),
            await TranscriptAsync(user.UserName, "not the password", app.NextCode(user)),
            await TranscriptAsync(user.UserName, user.Password, "not a code"),
            await TranscriptAsync(disabled.UserName, disabled.Password, app.NextCode(disabled)),
        };

        answers.Distinct().Count().ShouldBe(1, string.Join("\n=====\n", answers));
    }

    [Theory]
    [Trait("Invariant", "I-36")]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/code")]
    public async Task Form_WithoutItsFields_IsAnsweredLikeAWrongOne(string path)
    {
        using var browser = app.Browser();
        var form = await AntiforgeryForm.ForAsync(app, browser);

        using var answer = await browser.SendAsync(HttpMethod.Post, path, form);

        ((int)answer.StatusCode).ShouldBeLessThan(500);
    }

    [Fact]
    [Trait("Rule", "USR-5")]
    public async Task SignIn_PasswordAlone_OpensNothing()
    {
        var user = await app.Kernel.Users.CreateAsync();
        using var browser = app.Browser();

        await browser.PasswordAsync(user.UserName, user.Password);

        browser.Token.ShouldBeNull();
        (await browser.GetAsync("/")).Headers.Location!.ToString().ShouldBe("/sign-in");
    }

    [Fact]
    [Trait("Invariant", "I-30")]
    public async Task SignIn_UsedCode_IsRefused()
    {
        var user = await app.Kernel.Users.CreateAsync();
        var code = app.NextCode(user);
        using var first = app.Browser();
        (await first.SignInAsync(user, code)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var second = app.Browser();
        (await second.SignInAsync(user, code)).StatusCode.ShouldBe(HttpStatusCode.OK);
        second.Token.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "USR-5")]
    public async Task SignIn_PasswordAndCode_LeadsHome()
    {
        var user = await app.Kernel.Users.CreateAsync();
        using var browser = app.Browser();

        var answer = await browser.SignInAsync(user, app.NextCode(user));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/");
        var home = await browser.GetAsync("/");
        home.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await home.Content.ReadAsStringAsync()).ShouldContain("blazor.web");
    }

    [Theory]
    [Trait("Asvs", "3.7.2")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/find//elsewhere.example")]
    [InlineData("/find/../sign-out")]
    [InlineData("/sign-out")]
    [InlineData("/_blazor")]
    [InlineData("/find\r\nSet-Cookie: a=b")]
    [InlineData("find")]
    public void ReturnPath_ThatIsNoPageOfThisHost_IsRefused(string path) => app.Get<ReturnPath>().Allowed(path).ShouldBeNull();

    [Fact]
    [Trait("Asvs", "3.7.2")]
    public async Task SignIn_FromAPage_LeadsBackToIt()
    {
        var user = await app.Kernel.Users.CreateAsync();
        using var browser = app.Browser();
        var challenge = await browser.GetAsync("/find");
        challenge.Headers.Location!.ToString().ShouldBe("/sign-in?return-to=%2Ffind");

        var step = await browser.PasswordAsync(user.UserName, user.Password, challenge.Headers.Location.ToString());
        var answer = await browser.CodeAsync(app.NextCode(user), step.Headers.Location!.ToString());

        answer.Headers.Location!.ToString().ShouldBe("/find");
    }

    [Fact]
    [Trait("Invariant", "I-35")]
    [Trait("Asvs", "7.4.1")]
    public async Task SignOut_EndsTheSession_AndClearsTheBrowser()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        var token = browser.Token!;
        var form = await AntiforgeryForm.ForAsync(app, browser);

        var answer = await browser.SendAsync(HttpMethod.Post, "/sign-out", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/signed-out");
        answer.Headers.GetValues("Clear-Site-Data").Single().ShouldBe("\"cache\", \"cookies\", \"storage\"");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await app.Get<ISessions>().ValidateAsync(token)).ShouldBeNull();
        using var thief = app.Browser();
        var refused = await thief.SendAsync(HttpMethod.Get, "/", null, ("Cookie", $"{SessionCookie.Session}={token}"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        refused.Headers.Location!.ToString().ShouldBe("/sign-in");
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    [Trait("Asvs", "7.3.1")]
    public async Task Session_IdleFor15Minutes_IsRefused()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        app.Kernel.Clock.Advance(TimeSpan.FromMinutes(15));

        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    [Trait("Asvs", "7.2.3")]
    public async Task Cookie_CarriesNothingButTheToken()
    {
        var (browser, user) = await app.SignedInAsync();
        using var kept = browser;

        browser.Token!.Length.ShouldBe(43);
        browser.Token.ShouldNotContain(user.UserName);
    }

    private async Task<string> TranscriptAsync(string userName, string password, string code)
    {
        using var browser = app.Browser();
        var first = await browser.PasswordAsync(userName, password);
        var second = await browser.CodeAsync(code);
        return $"{await PlainAsync(first)}\n{await PlainAsync(second)}";
    }

    /// <summary>Status, headers and body; only what is random in every answer, and the date, are put aside.</summary>
    private static async Task<string> PlainAsync(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}");
        var text = $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}";
        return Random().Replace(text, match => match.Groups[1].Value + new string('x', match.Length - match.Groups[1].Length));
    }

    [GeneratedRegex("(nonce-|__RequestVerificationToken\" value=\"|__Host-contactpoint-step=|__Host-cp-form=)[^\"';]+")]
    private static partial Regex Random();
}
