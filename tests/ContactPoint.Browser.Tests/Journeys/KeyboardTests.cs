using ContactPoint.Browser.Tests.Browsing;
using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Demo.People;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>From sign-in to an open record without a mouse. The focus is always somewhere, and always to be seen.</summary>
public sealed class KeyboardTests(SeededData seeded, DemoShell demo, Chromium chromium)
{
    private const string Person = "schoolnurse.salford";

    [Fact]
    [Trait("Rule", "SEA-1")]
    [Trait("Rule", "SEA-4")]
    public async Task ByKeyboardAlone_AChildIsFoundAndOpened_AndTheFocusIsNeverLost()
    {
        await using var visit = await Visit.BeginAsync(await chromium.LaunchAsync(), await demo.AddressAsync(seeded));
        var keys = new Keyboard(visit.Page);

        await visit.Page.GotoAsync("sign-in");
        await keys.TabToAsync("User name");
        await keys.TypeAsync(Person);
        await keys.TabToAsync("Password");
        await keys.TypeAsync(DemoPerson.Password);
        await keys.PressAsync("Enter");
        await visit.HeadingAsync("Enter your code");
        await keys.TabToAsync("6-digit code");
        await keys.TypeAsync(await demo.Tokens.CodeOfAsync(Person));
        await keys.PressAsync("Enter");
        await visit.HeadingAsync("Home");
        await keys.FocusIsOnAsync("Home");

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
}
