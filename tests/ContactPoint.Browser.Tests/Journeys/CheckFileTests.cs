using System.Text;
using ContactPoint.Browser.Tests.Browsing;
using ContactPoint.Browser.Tests.Hosts;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>A supplier without an account checks a file.</summary>
[Trait("Rule", "FED-2")]
public sealed class CheckFileTests(SeededData seeded, DemoShell demo, Chromium chromium)
{
    private static readonly FilePayload Good =
        new() { Name = "roll.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("Surname,Forename,DOB\nOsborne,Jayden,14/03/2015\n") };

    [Fact]
    public async Task WithoutScript_AFileIsChecked()
    {
        var address = await demo.AddressAsync(seeded);
        await using var context = await (await chromium.LaunchAsync()).NewContextAsync(new() { BaseURL = address.ToString(), JavaScriptEnabled = false });
        var page = await context.NewPageAsync();

        await page.GotoAsync("check-a-file");
        await page.GetByLabel("Kind of file").SelectOptionAsync(new SelectOptionValue { Label = "School roll (CSV or XML)" });
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(Good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("The file is in order");
        (await context.CookiesAsync()).ShouldAllBe(cookie => cookie.HttpOnly);
    }

    [Fact]
    public async Task WithoutSigningIn_TheFormIsRead_AFormatLookedUp_AndAFileWithSlipsCorrected()
    {
        await using var visit = await Visit.BeginAsync(await chromium.LaunchAsync(), await demo.AddressAsync(seeded));
        var inspection = new PageInspection(visit, "check");

        await visit.Page.GotoAsync("sign-in");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Check a file before you send it" }).ClickAsync();
        await visit.HeadingAsync("Check a file");
        await Assertions.Expect(visit.Page.Locator("footer")).ToHaveTextAsync("Nothing of a file that you check here is kept.");
        await inspection.LookAsync("form");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Alert).GetByText("Choose the file to check.").WaitForAsync();
        await inspection.LookAsync("form-errors");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "What a file of this kind holds: School roll" }).ClickAsync();
        await visit.HeadingAsync("School roll");
        await inspection.LookAsync("format");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Check a file" }).ClickAsync();
        await visit.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(Path.Combine(demo.Folder.Path, "demo", "st-lukes-roll.csv"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await visit.HeadingAsync("The file needs correcting");
        await visit.Page.GetByText("upn.check").WaitForAsync();
        await inspection.LookAsync("report");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Check another file" }).ClickAsync();
        await visit.HeadingAsync("Check a file");
        await visit.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(Good);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await visit.HeadingAsync("The file is in order");
        await inspection.LookAsync("report-good");

        visit.Complaints.ShouldBeEmpty();
        inspection.Findings.ShouldBeEmpty();
    }
}
