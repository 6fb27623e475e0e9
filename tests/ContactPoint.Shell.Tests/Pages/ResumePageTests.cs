using Bunit;
using ContactPoint.Sdk.Access;
using ContactPoint.Shell.Session;
using ContactPoint.Shell.SignIn;
using ContactPoint.Shell.StepUp;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class ResumePageTests : PageContext
{
    private static readonly AccessStatement Urgent = new(Purpose.UrgentCare, Relationship.PresentWithMe);

    [Fact]
    [Trait("Rule", "SEA-1")]
    public async Task Resume_WithAnIdOfNobodyOrOfAnotherSession_StatesNothingAndLeadsHome()
    {
        var kept = await KeptAsync();
        var foreign = kept.Keep(Guid.NewGuid(), Urgent)!;

        foreach (var id in new[] { "made-up", foreign })
        {
            Render<ResumePage>(page => page.Add(one => one.Id, id));

            Stated.Statement.ShouldBeNull();
            Address.ShouldBe("http://localhost/");
        }
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    public async Task Resume_WithTheWindowsOwnId_StatesItsPurposeAndLeadsToItsPage()
    {
        var kept = await KeptAsync();
        var id = kept.Keep(Person.Caller!.SessionId, Urgent)!;
        kept.Release(id, Person.Caller!.SessionId, "/child/handle-1").ShouldBeTrue();

        Render<ResumePage>(page => page.Add(one => one.Id, id)).Markup.ShouldBeEmpty();

        Stated.Statement.ShouldBe(Urgent);
        Address.ShouldBe("http://localhost/child/handle-1");
    }

    private async Task<KeptStatements> KeptAsync()
    {
        await Services.GetRequiredService<CircuitSession>().BindAsync(new SessionBinding(Person.Caller!.SessionId, Guid.Empty), _ => { });
        return Services.GetRequiredService<KeptStatements>();
    }
}
