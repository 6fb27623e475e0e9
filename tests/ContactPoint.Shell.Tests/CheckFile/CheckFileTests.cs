using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Shell.CheckFile;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.CheckFile;

/// <summary>Anybody may check a file: without signing in, without script, within limits, and nothing of it stays.</summary>
[Trait("Rule", "FED-2")]
public sealed partial class CheckFileTests
{
    private const string Good = "Family,Given,Born\nOsborne,Jayden,14/03/2015\n";

    [Fact]
    public async Task Check_WithoutAToken_IsRefused()
    {
        await using var app = await StartAsync();
        using var browser = app.Browser();

        (await browser.PostAsync("/check-a-file", Form(null, "list.children", Good))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync("/check-a-file", new StringContent(Good))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    [Trait("Asvs", "5.2.1")]
    [Trait("Invariant", "I-40")]
    public async Task Check_MoreThan16Megabytes_IsRefused()
    {
        await using var app = await StartAsync();
        using var browser = app.Browser();

        var answer = await CheckAsync(browser, "list.children", Good + new string('\n', CheckFileEndpoints.MostBytes));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("larger than 16 MB");
    }

    [Fact]
    [Trait("Asvs", "2.4.1")]
    [Trait("Invariant", "I-40")]
    public async Task Check_MoreOftenThanAllowed_IsRefused()
    {
        await using var app = await StartAsync(("ContactPoint:FileChecksPerHour", "2"));
        using var browser = app.Browser();

        (await CheckAsync(browser, "list.children", Good)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CheckAsync(browser, "list.children", Good)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CheckAsync(browser, "list.children", Good)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.GetAsync("/check-a-file")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Invariant", "I-40")]
    public async Task Check_WhileTwoOthersAreChecked_IsSentAwayUnread()
    {
        await using var app = await StartAsync();
        using var browser = app.Browser();
        var turns = app.Get<CheckFileTurns>();
        (turns.TryTake(), turns.TryTake()).ShouldBe((true, true));

        (await CheckAsync(browser, "list.children", Good)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        turns.GiveBack();
        (await CheckAsync(browser, "list.children", Good)).StatusCode.ShouldBe(HttpStatusCode.OK);
        turns.TryTake().ShouldBeTrue("the turn was given back");
    }

    [Fact]
    public async Task Check_WithoutAFileOrAKind_SaysSo()
    {
        await using var app = await StartAsync();
        using var browser = app.Browser();

        (await (await CheckAsync(browser, "list.children", "")).Content.ReadAsStringAsync()).ShouldContain("Choose the file to check.");
        (await (await CheckAsync(browser, "list.none", Good)).Content.ReadAsStringAsync()).ShouldContain("Choose what kind of file it is.");
        (await (await CheckAsync(browser, "list.children/none", Good)).Content.ReadAsStringAsync()).ShouldContain("Choose what kind of file it is.");
    }

    [Fact]
    public async Task Check_AFile_SaysRowByRowWhatIsWrongAndRepeatsNoValue()
    {
        await using var app = await StartAsync();
        using var browser = app.Browser();

        var good = await (await CheckAsync(browser, "list.children", Good)).Content.ReadAsStringAsync();
        var bad = await (await CheckAsync(browser, "list.children", Good + "Quartermaine,Jo<script>,31/02/2015\nA,B\n")).Content.ReadAsStringAsync();
        var refused = await (await CheckAsync(browser, "list.children", "<Quartermaine/>")).Content.ReadAsStringAsync();

        good.ShouldContain("The file is in order");
        bad.ShouldContain("3 rows: 1 would be taken, 0 repeat another, 2 would be rejected.");
        bad.ShouldContain("Line 3, Given");
        bad.ShouldContain("row.columns");
        refused.ShouldContain("file.xml-not-taken");
        (bad + refused).ShouldNotContain("Quartermaine");
        (bad + refused).ShouldNotContain("script");
    }

    [Fact]
    public async Task Check_AnExport_IsReadByItsProfile()
    {
        await using var app = await StartAsync();
        using var browser = app.Browser();
        const string export = "Fam;Given;Born\nOsborne;Jayden;14.3.2015\n";

        (await (await CheckAsync(browser, "list.children", export)).Content.ReadAsStringAsync()).ShouldContain("file.separator");
        (await (await CheckAsync(browser, "list.children/other", export)).Content.ReadAsStringAsync()).ShouldContain("The file is in order");
    }

    [Fact]
    public async Task About_AFormat_SaysItsColumns()
    {
        await using var app = await StartAsync();
        using var browser = app.Browser();

        (await (await browser.GetAsync("/check-a-file/format?key=list.children")).Content.ReadAsStringAsync()).ShouldContain("Also read as: Last name");
        (await browser.GetAsync("/check-a-file/format?key=list.none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/check-a-file/schema?key=list.children")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Invariant", "I-40")]
    public async Task Check_LeavesNoFileBehind()
    {
        await using var app = await StartAsync();
        using var browser = app.Browser();
        var folder = Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") ?? Path.GetTempPath();
        using var watcher = new FileSystemWatcher(folder, "ASPNETCORE_*") { EnableRaisingEvents = true };
        var written = 0;
        watcher.Created += (_, _) => Interlocked.Increment(ref written);

        await CheckAsync(browser, "list.children", Good + string.Concat(Enumerable.Repeat("Osborne,Jayden,14/03/2015\n", 40_000)));

        written.ShouldBe(0, "a temporary file would name children in clear");
    }

    private static Task<ShellApp> StartAsync(params (string Key, string Value)[] settings) => ShellApp.StartAsync(
        settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value), builder => builder.Services.AddSingleton<IFeedFormatSource>(new Formats([Format])));

    private static async Task<HttpResponseMessage> CheckAsync(Browser browser, string kind, string file)
    {
        var page = await (await browser.GetAsync("/check-a-file")).Content.ReadAsStringAsync();
        var token = HiddenField().Match(page);
        return await browser.PostAsync("/check-a-file", Form((token.Groups[1].Value, WebUtility.HtmlDecode(token.Groups[2].Value)), kind, file));
    }

    private static MultipartFormDataContent Form((string Name, string Value)? token, string kind, string file)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var form = new MultipartFormDataContent { { new StringContent(kind), "kind" }, { content, "file", "roll.csv" } };
        if (token is { } known) form.Add(new StringContent(known.Value), known.Name);
        return form;
    }

    private sealed record Formats(IReadOnlyList<FeedFormat> All) : IFeedFormatSource
    {
        IReadOnlyList<FeedFormat> IFeedFormatSource.Formats => All;
    }

    private static FeedFormat Format { get; } = new()
    {
        Key = "list.children",
        Name = "List of children",
        Supplier = OrganisationKind.School,
        Origin = SourceKind.SchoolRoll,
        Effect = new FeedEffect("education.school"),
        Columns = [new("Family", FeedField.FamilyName, "Last name"), new("Given", FeedField.GivenName), new("Born", FeedField.DateOfBirth)],
        Profiles = [new() { Key = "other", Name = "Other system", Separator = ';', Headings = new Dictionary<string, FeedField> { ["Fam"] = FeedField.FamilyName }, DateForms = ["d.M.yyyy"] }],
    };

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" */?>""")]
    private static partial Regex HiddenField();
}
