using Bunit;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Shell.Child;
using ContactPoint.Shell.Feeds;
using ContactPoint.Shell.Tests.Pages.Fakes;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class RegisterPagesTests : PageContext
{
    public RegisterPagesTests() => Person.Caller = Made.Steward();

    [Fact]
    [Trait("Rule", "FED-3")]
    public void Run_OfARegisterWithPlacesMissing_SaysThatNoneWasClosed()
    {
        Feeds.Summary = FakeFeeds.Run(FeedRunState.Applied) with { Subject = FeedSubject.Organisations };

        var page = Render<FeedRunView>(parameters => parameters.Add(run => run.Run, FakeFeeds.RunId));

        page.Find(".cp-banner--warning").TextContent.ShouldContain("6 places that the register told of before are missing from this file. They stay open as they were.");
        page.Markup.ShouldContain("The whole register");
        page.FindAll("dt").Select(term => term.TextContent).ShouldContain("Missing");
        page.FindAll("dt").Select(term => term.TextContent).ShouldNotContain("Ended");
    }

    [Fact]
    [Trait("Rule", "FED-5")]
    public void Run_OfARegisterThatWaits_EndsNobodyInWords()
    {
        Feeds.Summary = FakeFeeds.Run(FeedRunState.AwaitingApproval) with { Subject = FeedSubject.Organisations, Threshold = new FeedThreshold(30, 5, 100) };

        var page = Render<FeedRunView>(parameters => parameters.Add(run => run.Run, FakeFeeds.RunId));

        page.Find(".cp-banner--warning").TextContent.ShouldContain("30 places would change and 5 are missing, of 100");
    }

    [Fact]
    public void Reach_OfABodyThatClosed_SaysSoAndSince()
    {
        var card = new ContactCard
        {
            Organisation = "St Luke's",
            Agency = Agency.Education,
            HasClosed = true,
            ClosedOn = new DateOnly(2026, 8, 31),
            Address = new Address(["14 Quillfeather Lane"], "Salford", "M6 5AA"),
        };

        var page = Render<Reach>(parameters => parameters.Add(reach => reach.Card, card));

        page.Markup.ShouldContain("Closed on 31 August 2026");
        page.Find("address").TextContent.ShouldContain("14 Quillfeather Lane");
    }
}
