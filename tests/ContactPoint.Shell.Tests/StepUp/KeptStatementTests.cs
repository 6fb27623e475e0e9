using System.Net;
using ContactPoint.Kernel.Identity;
using ContactPoint.Load.Circuits;
using ContactPoint.Sdk.Access;
using ContactPoint.Shell.StepUp;
using ContactPoint.Shell.Tests.Hosting;

namespace ContactPoint.Shell.Tests.StepUp;

/// <summary>What a window stated comes back to that window after a fresh code, and to no other.</summary>
public sealed class KeptStatementTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string UrgentCare = "Urgent care";
    private static readonly AccessStatement Urgent = new(Purpose.UrgentCare, Relationship.PresentWithMe);
    private static readonly AccessStatement Service = new(Purpose.ServiceProvision, Relationship.InMyCare);

    private readonly ShellApp app = shared.App;

    [Fact]
    [Trait("Rule", "SEA-1")]
    public void Statement_OfAnotherSession_OfNoId_BeforeTheCode_AndASecondTime_IsNotGiven()
    {
        var kept = new KeptStatements(app.Kernel.Clock);
        var (session, other) = (Guid.NewGuid(), Guid.NewGuid());

        var id = kept.Keep(session, Urgent)!;

        kept.Take(id, session).ShouldBeNull("no code was given");
        kept.Release(id, other, "/find").ShouldBeFalse();
        kept.Release(null, session, "/find").ShouldBeFalse();
        kept.Release("made-up", session, "/find").ShouldBeFalse();
        kept.Take(id, session).ShouldBeNull();
        kept.Release(id, session, "/find").ShouldBeTrue();
        kept.Take(id, other).ShouldBeNull();
        kept.Take(null, session).ShouldBeNull();
        kept.Take(id, session).ShouldBe(new KeptStatement(Urgent, "/find"));
        kept.Take(id, session).ShouldBeNull("it is taken up once");
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    public void Statement_IsKeptForFiveMinutes_FromWhenItWasStated()
    {
        var kept = new KeptStatements(app.Kernel.Clock);
        var session = Guid.NewGuid();
        var (late, later) = (kept.Keep(session, Urgent)!, kept.Keep(session, Service)!);
        app.Kernel.Clock.Advance(TimeSpan.FromMinutes(4));
        kept.Release(later, session, "/find").ShouldBeTrue();

        app.Kernel.Clock.Advance(TimeSpan.FromMinutes(1));

        kept.Release(late, session, "/find").ShouldBeFalse();
        kept.Take(later, session).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    public void Statements_OfTwoWindows_AreKeptApart()
    {
        var kept = new KeptStatements(app.Kernel.Clock);
        var session = Guid.NewGuid();
        var (first, second) = (kept.Keep(session, Urgent)!, kept.Keep(session, Service)!);

        kept.Release(second, session, "/help").ShouldBeTrue();

        first.ShouldNotBe(second);
        kept.Take(first, session).ShouldBeNull("the code was given in the other window");
        kept.Take(second, session).ShouldBe(new KeptStatement(Service, "/help"));
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    [Trait("Invariant", "I-44")]
    public void Statements_OfASessionThatFloods_PushOutItsOwnAndNobodyElses()
    {
        var kept = new KeptStatements(app.Kernel.Clock);
        var (victim, flood) = (Guid.NewGuid(), Guid.NewGuid());
        var id = kept.Keep(victim, Urgent)!;
        var first = kept.Keep(flood, Service)!;

        for (var i = 0; i < 20_000; i++) kept.Keep(flood, Service);

        kept.Release(first, flood, "/find").ShouldBeFalse();
        kept.Release(id, victim, "/find").ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    [Trait("Rule", "USR-10")]
    public async Task Code_ThatIsWrongAtFirst_LeadsBackToTheWindowsOwnPageAndPurpose_AndNotASecondTime()
    {
        var (browser, user) = await app.SignedInAsync();
        using var open = browser;
        var id = app.Get<KeptStatements>().Keep(await SessionAsync(browser), Urgent)!;
        app.Get<KeptStatements>().Keep(await SessionAsync(browser), Service);

        using var wrong = await PostAsync(browser, "no code", id);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain($"name=\"kept\" value=\"{id}\"");
        using var right = await PostAsync(browser, app.NextCode(user), id);

        right.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        right.Headers.Location!.ToString().ShouldBe($"/resume/{id}");
        await using (var circuit = await CircuitClient.OpenAsync(browser, $"/resume/{id}"))
        {
            await circuit.HearAsync(UrgentCare);
            await circuit.WaitAsync(_ => circuit.Transcript().Contains("/help", StringComparison.Ordinal));
        }

        await using var again = await CircuitClient.OpenAsync(browser, $"/resume/{id}");
        await again.HearAsync("cp-frame");
        again.Transcript().ShouldNotContain(UrgentCare);
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    public async Task Code_WithAnIdThatAnotherSessionKept_LeadsBackWithoutAPurpose()
    {
        var (browser, user) = await app.SignedInAsync();
        using var open = browser;
        var foreign = app.Get<KeptStatements>().Keep(Guid.NewGuid(), Urgent)!;

        using var answer = await PostAsync(browser, app.NextCode(user), foreign);

        answer.Headers.Location!.ToString().ShouldBe("/help");
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, string code, string kept) =>
        browser.SubmitAsync("/step-up", "/step-up", ("code", code), ("return-to", "/help"), ("kept", kept));

    private async Task<Guid> SessionAsync(Browser browser) => (await app.Get<ISessions>().ValidateAsync(browser.Token!))!.Id;
}
