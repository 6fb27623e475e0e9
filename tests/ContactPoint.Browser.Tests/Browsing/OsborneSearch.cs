using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Browsing;

/// <summary>The search that the demo's story tells of: a boy who says that he is Jaydon Osborn, born on 14 March 2015.</summary>
internal static class OsborneSearch
{
    public const string Listed = "OSBORNE, Jayden";

    /// <summary>Says why, and how one stands to the child.</summary>
    public static async Task StateAsync(Visit visit)
    {
        await visit.Page.GetByLabel("Safeguarding enquiry").CheckAsync();
        await visit.Page.GetByLabel("The child is with me now").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    /// <summary>Fills the form in and leaves the last field.</summary>
    public static async Task FillAsync(Visit visit)
    {
        await visit.Page.GetByLabel("Family name").FillAsync("Osborn");
        await visit.Page.GetByLabel("Given name").FillAsync("Jaydon");
        await visit.Page.GetByLabel("Day").FillAsync("14");
        await visit.Page.GetByLabel("Month").FillAsync("3");
        await visit.Page.GetByLabel("Year").FillAsync("2015");
        await visit.Page.Keyboard.PressAsync("Tab");
    }

    /// <summary>Empties the form, which has not been drawn again for what was typed, and finds it empty and ready to type.</summary>
    public static async Task StartAgainAsync(Visit visit)
    {
        await visit.Page.GetByLabel("Gender").SelectOptionAsync(new SelectOptionValue { Label = "male" });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Start again" }).ClickAsync();
        foreach (var field in new[] { "Family name", "Given name", "Day", "Month", "Year", "Gender" })
            await Assertions.Expect(visit.Page.GetByLabel(field)).ToHaveValueAsync("");
        await Assertions.Expect(visit.Page.GetByLabel("Family name")).ToBeFocusedAsync();
        await visit.Page.GetByText("Both names and one more").WaitForAsync();
    }

    /// <summary>Searches; answers the line of the boy.</summary>
    public static async Task<ILocator> FindAsync(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
        var result = visit.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Listed });
        await result.WaitForAsync();
        return result;
    }

    /// <summary>Opens the record.</summary>
    public static async Task OpenAsync(Visit visit, ILocator result)
    {
        await result.GetByRole(AriaRole.Link).ClickAsync();
        await visit.HeadingAsync(Listed);
    }
}
