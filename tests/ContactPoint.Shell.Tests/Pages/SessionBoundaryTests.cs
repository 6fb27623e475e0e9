using Bunit;
using ContactPoint.Kernel.Identity;
using ContactPoint.Shell.Session;
using ContactPoint.Shell.SignIn;
using ContactPoint.Ui.Feedback;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class SessionBoundaryTests : PageContext
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [Trait("Rule", "USR-10")]
    public async Task IdleWarning_ComesThoughReadsOfTheSessionFail(int failures)
    {
        var boundary = await BoundaryAsync();

        Person.ReadsThatFail = failures;
        Clock.Advance(TimeSpan.FromMinutes(13));
        for (var i = 0; i < failures; i++)
        {
            boundary.WaitForState(() => Person.ReadsThatFail == failures - i - 1);
            boundary.FindComponents<ConfirmDialog>().ShouldBeEmpty();
            Clock.Advance(TimeSpan.FromSeconds(5));
        }

        boundary.WaitForAssertion(() => boundary.FindComponent<ConfirmDialog>().Instance.Open.ShouldBeTrue());
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task TheEndThatHolds_BlanksThePage_ThoughTheSessionCannotBeRead()
    {
        var boundary = await BoundaryAsync();

        Person.ReadsThatFail = int.MaxValue;
        Clock.Advance(TimeSpan.FromHours(12));

        boundary.WaitForAssertion(() => boundary.Markup.ShouldNotContain("of a child"));
    }

    [Fact]
    [Trait("Asvs", "7.2.4")]
    public async Task AFreshCodeElsewhere_BlanksThePage_AndAsksToLoadItAgain_WithoutSigningOut()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("child/handle-1?name=Osborne");
        var boundary = await BoundaryAsync();

        Services.GetRequiredService<CircuitSession>().End(SignedOutReason.Renewed);

        boundary.WaitForAssertion(() => boundary.Find("[role='alert']").TextContent.ShouldContain("You are still signed in"));
        boundary.Markup.ShouldNotContain("of a child");
        var again = boundary.Find("a");
        again.GetAttribute("href").ShouldBe("/child/handle-1");
        again.GetAttribute("target").ShouldBe("_top", "the circuit has ended: the browser follows it by itself");
        Address.ShouldNotContain("signed-out");
    }

    private async Task<IRenderedComponent<SessionBoundary>> BoundaryAsync()
    {
        var caller = Person.Caller!;
        Person.Row = new SessionSnapshot(
            caller.SessionId, caller.UserId, caller.OrganisationId, caller.DisplayName, Clock.GetUtcNow(), Clock.GetUtcNow(), Clock.GetUtcNow().AddMinutes(15), Clock.GetUtcNow().AddHours(12));
        var session = Services.GetRequiredService<CircuitSession>();
        await session.BindAsync(new SessionBinding(caller.SessionId, Person.Row.TokenId), _ => { });
        var boundary = Render<SessionBoundary>(parameters => parameters.AddChildContent("<p>of a child</p>"));
        boundary.Markup.ShouldContain("of a child");
        return boundary;
    }
}
