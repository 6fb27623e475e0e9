using System.Net;
using System.Net.WebSockets;
using ContactPoint.Kernel.Identity;
using ContactPoint.Load.Circuits;
using ContactPoint.Shell.Session;
using ContactPoint.Shell.Tests.Hosting;

namespace ContactPoint.Shell.Tests.Security;

public sealed class HubTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ShellApp app = shared.App;

    [Theory]
    [Trait("Asvs", "4.4.2")]
    [InlineData(null)]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    public async Task Line_FromAnotherOrigin_IsRefused(string? origin)
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        await using var line = new CircuitLine();

        await Should.ThrowAsync<WebSocketException>(() => line.OpenAsync(browser.Address, browser.Cookies.GetCookieHeader(browser.Address), origin));
    }

    [Fact]
    [Trait("Asvs", "4.4.3")]
    public async Task Line_WithoutOrWithADeadCookie_IsRefused()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        var cookies = browser.Cookies.GetCookieHeader(browser.Address);
        await app.Get<ISessions>().SignOutAsync(browser.Token!);

        await using var stranger = new CircuitLine();
        await Should.ThrowAsync<WebSocketException>(() => stranger.OpenAsync(browser.Address, null, browser.Origin));
        await using var dead = new CircuitLine();
        await Should.ThrowAsync<WebSocketException>(() => dead.OpenAsync(browser.Address, cookies, browser.Origin));
        (await browser.SendAsync(HttpMethod.Post, "/_blazor/negotiate", null, ("Origin", browser.Origin))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Asvs", "4.4.3")]
    public async Task Circuit_OfAnotherSession_CannotBeTakenUp()
    {
        var (owner, _) = await app.SignedInAsync();
        using var keptOwner = owner;
        var (other, _) = await app.SignedInAsync();
        using var keptOther = other;
        await using var circuit = await CircuitClient.OpenAsync(owner);
        circuit.Secret.ShouldNotBeNull();

        await using var thief = new CircuitClient();
        await thief.ConnectAsync(other);
        (await thief.CallAsync("ConnectCircuit", circuit.Secret)).ShouldNotBe(true);

        await using var again = new CircuitClient();
        await again.ConnectAsync(owner);
        (await again.CallAsync("ConnectCircuit", circuit.Secret)).ShouldBe(true);
    }

    [Fact]
    [Trait("Invariant", "I-44")]
    public async Task Circuits_MoreThanFourOfASession_CloseTheOldest()
    {
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        var circuits = new List<CircuitClient>();
        for (var number = 0; number < SessionWatch.MostCircuits; number++)
        {
            circuits.Add(await CircuitClient.OpenAsync(browser));
            await circuits[number].HearAsync("cp-frame");
        }

        await using var fifth = await CircuitClient.OpenAsync(browser);

        await circuits[0].HearAsync("/signed-out?reason=TooManyWindows");
        await fifth.HearAsync("cp-frame");
        circuits[1].Transcript().ShouldNotContain("signed-out?reason");
        foreach (var circuit in circuits)
            await circuit.DisposeAsync();
    }

    [Fact]
    [Trait("Invariant", "I-44")]
    public void Bucket_LetsABurstPass_ThenHoldsToTheRate()
    {
        var bucket = new TokenBucket(perSecond: 20, burst: 5, new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
        for (var number = 0; number < 5; number++)
            bucket.Take().ShouldBe(TimeSpan.Zero);
        bucket.Take().ShouldBe(TimeSpan.FromMilliseconds(50));
        bucket.Take().ShouldBe(TimeSpan.FromMilliseconds(100));
    }
}
