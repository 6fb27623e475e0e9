using System.Net;
using ContactPoint.Kernel.Modules;
using ContactPoint.Load.Circuits;
using ContactPoint.Sdk.Access;
using ContactPoint.Shell.Modules;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Shell.Tests.Modules;

/// <summary>The whole host with the module that the build staged, signed by a publisher as for an installation.</summary>
[Trait("Rule", "MOD-1")]
[Trait("Rule", "MOD-2")]
public sealed class ModuleHostTests : IDisposable
{
    private const string Page = "/m/sample/visits";
    private const string Picture = "/_content/sample/sample.svg";

    private readonly SignedSample sample = new();

    [Fact]
    [Trait("Invariant", "I-45")]
    public async Task Start_WithAnUntrustedModule_RunsWithoutIt()
    {
        await using var app = await StartAsync(publisher: "publisher.example+00000000+x");
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;

        app.Get<ModuleCatalogue>().Statuses.ShouldHaveSingleItem().State.ShouldBe(ModuleState.Refused);
        Pages(app).ShouldNotContain(Page);
        (await browser.GetAsync(Picture)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Invariant", "I-45")]
    public async Task Start_WithAModuleWhoseTablesArePending_RunsWithoutIt()
    {
        await using var app = await StartAsync(migrate: false);
        using var browser = app.Browser();

        app.Get<ModuleCatalogue>().Statuses.ShouldHaveSingleItem().State.ShouldBe(ModuleState.PendingMigration);
        Pages(app).ShouldNotContain(Page);
        (await browser.GetAsync("/readyz")).StatusCode.ShouldNotBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Invariant", "I-25")]
    [Trait("Asvs", "8.2.1")]
    public async Task ModulePagesAndFiles_AreClosedToStrangers()
    {
        await using var app = await StartAsync();
        using var stranger = app.Browser();

        foreach (var path in new[] { Page, Picture })
        {
            var answer = await stranger.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
            answer.Headers.Location!.ToString().ShouldStartWith("/sign-in");
        }
    }

    [Fact]
    public async Task AReadyModule_HasItsPage_ItsStylesAndItsFiles()
    {
        await using var app = await StartAsync();
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;

        app.Get<ModuleCatalogue>().Statuses.ShouldHaveSingleItem().ShouldSatisfyAllConditions(status => status.State.ShouldBe(ModuleState.Ready, status.Reason));
        Pages(app).ShouldContain(Page);
        var document = await (await browser.GetAsync(Page)).Content.ReadAsStringAsync();
        var sheet = ModuleFilesEndpoint.StyleSheetOf(app.Get<ModuleCatalogue>().Ready[0])!;
        document.ShouldContain($"<link rel=\"stylesheet\" href=\"{sheet}\"");
        var styles = await browser.GetAsync(sheet);
        (await styles.Content.ReadAsStringAsync()).ShouldContain(".visits[b-");
        styles.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        styles.Headers.CacheControl!.ToString().ShouldContain("immutable");
        var picture = await browser.GetAsync(Picture);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        picture.Headers.CacheControl!.NoStore.ShouldBeTrue("an address without the content's version may not be kept");
        picture.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await browser.GetAsync("/_content/sample/module.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/_content/sample/..%2fmodule.json")).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task APageOfAModule_LivesInACircuit_AndItsHandlerWritesItsOwnTable()
    {
        await using var app = await StartAsync();
        var (browser, _) = await app.SignedInAsync(await app.Kernel.Users.CreateAsync(Agency.Education));
        using var kept = browser;

        await using var circuit = await CircuitClient.OpenAsync(browser, Page);

        await circuit.WaitAsync(page => page.OfClass("visits").Any() && page.Everything.Any(node => node["href"] == "m/sample/visits"));
        circuit.Faults.ShouldBe(0);
        await using var connection = new SqliteConnection($"Data Source={app.Kernel.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sample_visit";
        (await command.ExecuteScalarAsync()).ShouldBe(1L);
    }

    [Fact]
    [Trait("Rule", "MOD-3")]
    public async Task WhereNobodyTurnedTheModuleOn_ItsPageIsOnePlainPage_AndNoLinkLeadsThere()
    {
        await using var app = await StartAsync(on: false);
        var (browser, _) = await app.SignedInAsync(await app.Kernel.Users.CreateAsync(Agency.Education));
        using var kept = browser;

        await using var circuit = await CircuitClient.OpenAsync(browser, Page);

        await circuit.WaitAsync(page => page.ById("cp-rail") is not null && page.Everything.Any(node => node.Words.StartsWith("Not used by your local authority", StringComparison.Ordinal)));
        await circuit.WaitAsync(page => page.Everything.All(node => node["href"] != "m/sample/visits") && !page.OfClass("visits").Any() && !page.OfClass("visits-refused").Any());
        circuit.Faults.ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    public async Task EachModulesStart_IsRecorded()
    {
        await using var app = await StartAsync();

        await using var connection = new SqliteConnection($"Data Source={app.Kernel.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM kernel_audit_entry WHERE event_code = 705 AND outcome = 1";
        (await command.ExecuteScalarAsync()).ShouldBe(1L);
    }

    public void Dispose() => sample.Dispose();

    private async Task<ShellApp> StartAsync(string? publisher = null, bool migrate = true, bool on = true)
    {
        var settings = new Dictionary<string, string?> { [ModuleHosting.StartOnKey] = on ? "true" : null, [ModuleHosting.FolderKey] = sample.Folder, [$"{ModuleHosting.PublishersKey}:0"] = publisher ?? sample.Publisher };
        return await ShellApp.StartAsync(settings, prepare: migrate ? sample.MigrateAsync : null);
    }

    private static string[] Pages(ShellApp app) => [.. app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))];
}
