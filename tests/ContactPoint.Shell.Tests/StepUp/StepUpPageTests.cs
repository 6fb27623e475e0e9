using System.Net;
using ContactPoint.Kernel.Identity;
using ContactPoint.Load.Circuits;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Shell.Session;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.StepUp;

public sealed class StepUpPageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ShellApp app = shared.App;

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task Page_OfAStranger_LeadsToSignIn()
    {
        using var stranger = app.Browser();

        (await stranger.GetAsync("/step-up")).Headers.Location!.ToString().ShouldBe("/sign-in");
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    [Trait("Invariant", "I-30")]
    public async Task Code_ThatIsWrongOrUsed_IsRefused_AndTheCookieStaysAsItIs()
    {
        var (browser, user) = await app.SignedInAsync();
        using var kept = browser;
        var token = browser.Token;
        var used = app.Kernel.Users.CodeOf(user);

        foreach (var code in new[] { "no code", used })
        {
            var answer = await PostAsync(browser, code, "/find");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var html = await answer.Content.ReadAsStringAsync();
            html.ShouldContain("The code was not accepted");
            html.ShouldContain("name=\"return-to\" value=\"/find\"");
            html.ShouldNotContain(used);
        }

        browser.Token.ShouldBe(token);
        (await CallerAsync(browser)).SecondFactorAt.ShouldBeLessThan(app.Kernel.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task Form_WithoutItsFields_IsAnsweredLikeAWrongCode()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        var form = await AntiforgeryForm.ForAsync(app, browser);

        using var answer = await browser.SendAsync(HttpMethod.Post, "/step-up", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("The code was not accepted");
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task Code_OfAnEndedSession_OpensNothing()
    {
        var (browser, user) = await app.SignedInAsync();
        using var kept = browser;
        var form = await AntiforgeryForm.ForAsync(app, browser);
        await app.Get<ISessions>().SignOutAsync(browser.Token!);

        var answer = await browser.SendAsync(HttpMethod.Post, "/step-up", new Dictionary<string, string>(form) { ["code"] = app.NextCode(user) });

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [Trait("Asvs", "3.7.2")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/find?name=Osborne")]
    [InlineData("/sign-out")]
    [InlineData("/step-up")]
    public async Task ReturnPath_ThatIsNoPageOfThisHost_LeadsHome(string path)
    {
        var (browser, user) = await app.SignedInAsync();
        using var kept = browser;

        var answer = await PostAsync(browser, app.NextCode(user), path);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    [Trait("Asvs", "7.2.4")]
    public async Task RightCode_RenewsTheCookie_AndTheOldOneOpensNothing()
    {
        var (browser, user) = await app.SignedInAsync();
        using var kept = browser;
        var before = browser.Token!;
        var signedInAt = (await CallerAsync(browser)).SecondFactorAt;

        var answer = await PostAsync(browser, app.NextCode(user), "/child/some-handle");

        answer.Headers.Location!.ToString().ShouldBe("/child/some-handle");
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(SessionCookie.Session + "=", StringComparison.Ordinal)).ShouldContain("httponly", Case.Insensitive);
        browser.Token.ShouldNotBe(before);
        (await CallerAsync(browser)).SecondFactorAt.ShouldBeGreaterThan(signedInAt);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var thief = app.Browser();
        (await thief.SendAsync(HttpMethod.Get, "/", null, ("Cookie", $"{SessionCookie.Session}={before}"))).Headers.Location!.ToString().ShouldBe("/sign-in");
    }

    [Fact]
    [Trait("Asvs", "7.2.4")]
    [Trait("Asvs", "4.4.3")]
    [Trait("Invariant", "I-32")]
    public async Task RightCode_EndsTheCircuitsOfTheOldCookie_AndANewLoadGoesOnUnderTheNewOne()
    {
        var (browser, user) = await app.SignedInAsync();
        using var kept = browser;
        await using var circuit = await CircuitClient.OpenAsync(browser);
        await circuit.HearAsync("cp-frame");

        await PostAsync(browser, app.NextCode(user), "/");

        await circuit.HearAsync("You are still signed in");
        await circuit.Cut.WaitAsync(TimeSpan.FromSeconds(30));
        circuit.Transcript().ShouldNotContain("signed-out?reason");
        await using var line = new CircuitClient();
        await line.ConnectAsync(browser);
        (await line.CallAsync("ConnectCircuit", circuit.Secret)).ShouldBeNull("what was opened with the old cookie is not taken up with the new one");
        await using var again = await CircuitClient.OpenAsync(browser);
        await again.HearAsync("cp-frame");
    }

    [Fact]
    [Trait("Asvs", "7.2.4")]
    [Trait("Invariant", "I-32")]
    public async Task RightCode_InAnotherProcess_EndsTheCircuitsOfTheOldCookieHere()
    {
        var (browser, user) = await app.SignedInAsync();
        using var kept = browser;
        await using var circuit = await CircuitClient.OpenAsync(browser);
        await circuit.HearAsync("cp-frame");
        var caller = await CallerAsync(browser);

        (await app.Kernel.Get<IStepUpCodes>().VerifyAsync(caller, app.NextCode(user))).Succeeded.ShouldBeTrue();

        await circuit.HearAsync("You are still signed in");
        await circuit.Cut.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    [Trait("Asvs", "7.2.4")]
    [Trait("Invariant", "I-32")]
    public async Task Event_OfACircuitWhoseTokenWasRenewedWithoutAWord_IsNotActedOn_AndEndsNoOther()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        var session = (await app.Get<ISessions>().ValidateAsync(browser.Token!))!;
        await using var circuit = await CircuitClient.OpenAsync(browser);
        await circuit.HearAsync("cp-frame");
        var fresh = new byte[32];
        session.Id.TryWriteBytes(fresh);
        await app.Kernel.Get<IUnitOfWorkFactory>().RunAsync(async unit =>
        {
            var renew = unit.Prepare("UPDATE $kernel.session SET token_hash = @hash WHERE id = @id", "hash", "id");
            (renew.Parameters["@hash"].Value, renew.Parameters["@id"].Value) = (fresh, GuidBytes.ToBytes(session.Id));
            return await renew.ExecuteNonQueryAsync();
        });
        await using var scope = app.Host.Services.CreateAsyncScope();
        await using var oldScope = app.Host.Services.CreateAsyncScope();
        var (other, old) = (scope.ServiceProvider.GetRequiredService<CircuitSession>(), oldScope.ServiceProvider.GetRequiredService<CircuitSession>());
        await other.BindAsync(new SessionBinding(session.Id, new Guid(fresh.AsSpan(0, 16), bigEndian: true)), app.Get<SessionWatch>().Add);
        app.Kernel.Clock.Advance(TimeSpan.FromSeconds(2));

        await circuit.SendAsync("OnLocationChanged", new Uri(browser.Address, "/help").ToString(), null, false);
        await old.BindAsync(new SessionBinding(session.Id, session.TokenId), app.Get<SessionWatch>().Add);

        await circuit.HearAsync("You are still signed in");
        old.EndedBecause.ShouldBe(SignedOutReason.Renewed, "a circuit that was being opened meanwhile");
        other.EndedBecause.ShouldBeNull();
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, string code, string returnTo) =>
        browser.SubmitAsync("/step-up", "/step-up", ("code", code), ("return-to", returnTo));

    private async Task<CallerContext> CallerAsync(Browser browser) =>
        await app.Kernel.Users.CallerAsync((await app.Get<ISessions>().ValidateAsync(browser.Token!))!.Id);
}
