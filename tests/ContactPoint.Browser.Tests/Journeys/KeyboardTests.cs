using ContactPoint.Browser.Tests.Browsing;
using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Demo.People;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>From sign-in to an open record without a mouse. The focus is always somewhere, and always to be seen.</summary>
public sealed class KeyboardTests(SeededData seeded, DemoShell demo, Chromium chromium)
{
    private const string Person = "schoolnurse.salford";
    private const string Officer = "education.salford";

    [Fact]
    [Trait("Rule", "SEA-1")]
    [Trait("Rule", "SEA-4")]
    public async Task ByKeyboardAlone_AChildIsFoundAndOpened_AndTheFocusIsNeverLost()
    {
        await using var visit = await Visit.BeginAsync(await chromium.LaunchAsync(), await demo.AddressAsync(seeded));
        var keys = new Keyboard(visit.Page);

        await SignInAsync(visit, keys, Person);
        await keys.TabToAsync("Find a child", backwards: true);
        await keys.PressAsync("Enter");
        await visit.HeadingAsync("Find a child");
        await keys.FocusIsOnAsync("Find a child");
        await keys.TabToAsync("Safeguarding enquiry");
        await keys.PressAsync("Space");
        await keys.TabToAsync("The child is with me now");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowDown");
        await keys.IsCheckedAsync("My service works with the child");
        await keys.TabToAsync("Continue");
        await keys.PressAsync("Enter");
        await visit.Page.GetByLabel("Family name").WaitForAsync();
        await keys.FocusIsSomewhereAsync();

        await keys.TabToAsync("Family name");
        await keys.TypeAsync("Osborn");
        await keys.TabToAsync("Given name");
        await keys.TypeAsync("Jaydon");
        await keys.TabToAsync("Day");
        await keys.TypeAsync("14");
        await keys.TabToAsync("Month");
        await keys.TypeAsync("3");
        await keys.TabToAsync("Year");
        await keys.TypeAsync("2015");
        await keys.PressAsync("Enter");
        await visit.Page.GetByText("OSBORNE, Jayden").WaitForAsync();
        await keys.FocusIsSomewhereAsync();

        await keys.TabToAsync("Open OSBORNE, Jayden");
        await keys.PressAsync("Enter");
        await visit.HeadingAsync("OSBORNE, Jayden");
        await keys.FocusIsOnAsync("OSBORNE, Jayden");
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SEA-9")]
    public async Task ByKeyboardAlone_AWelfareOfficerReadsTheListsOfTheAuthority_AndOpensAChild()
    {
        await using var visit = await Visit.BeginAsync(await chromium.LaunchAsync(), await demo.AddressAsync(seeded));
        var keys = new Keyboard(visit.Page);
        var inspection = new PageInspection(visit, "officer");

        await SignInAsync(visit, keys, Officer);
        await keys.TabToAsync("Lists of children", backwards: true);
        await keys.PressAsync("Enter");
        await visit.HeadingAsync("Children missing education");
        await keys.FocusIsOnAsync("Children missing education");
        await visit.Page.Locator("tbody tr").First.WaitForAsync();
        await inspection.LookAsync("missing");
        await keys.TabToAsync("Home educated children");
        await keys.PressAsync("Enter");
        await visit.HeadingAsync("Home educated children");
        await keys.FocusIsOnAsync("Home educated children");
        var child = visit.Page.Locator("tbody th a").First;
        await child.WaitForAsync();
        await inspection.LookAsync("home-educated");
        var name = await child.InnerTextAsync();
        await keys.TabToAsync(name);
        await keys.PressAsync("Enter");
        await visit.HeadingAsync("Child record");
        await keys.FocusIsOnAsync("Child record");
        await keys.TabToAsync("Safeguarding enquiry");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowUp");
        await keys.IsCheckedAsync("Missing school or health care");
        await keys.TabToAsync("The child is with me now");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowUp");
        await keys.IsCheckedAsync("I answer for the child");
        await keys.TabToAsync("Continue");
        await keys.PressAsync("Enter");
        await visit.HeadingAsync(name);
        await keys.FocusIsOnAsync(name);
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("Educated at home");

        visit.Complaints.ShouldBeEmpty();
        inspection.Findings.ShouldBeEmpty();
    }

    private async Task SignInAsync(Visit visit, Keyboard keys, string person)
    {
        await visit.Page.GotoAsync("sign-in");
        await keys.TabToAsync("User name");
        await keys.TypeAsync(person);
        await keys.TabToAsync("Password");
        await keys.TypeAsync(DemoPerson.Password);
        await keys.PressAsync("Enter");
        await visit.HeadingAsync("Enter your code");
        await keys.TabToAsync("6-digit code");
        await keys.TypeAsync(await demo.Tokens.CodeOfAsync(person));
        await keys.PressAsync("Enter");
        await visit.HeadingAsync("Home");
        await keys.FocusIsOnAsync("Home");
    }
}
