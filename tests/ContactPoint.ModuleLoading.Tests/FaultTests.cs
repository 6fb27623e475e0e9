using ContactPoint.Kernel.Modules;
using Microsoft.Extensions.Time.Testing;

namespace ContactPoint.ModuleLoading.Tests;

/// <summary>A module that does not hold together ends in a state with a reason while the rest runs.</summary>
[Trait("Rule", "MOD-2")]
[Trait("Invariant", "I-45")]
public sealed class FaultTests : IDisposable
{
    private readonly ModuleShelf shelf = new();

    [Theory]
    [InlineData("Throwing", "It threw InvalidOperationException while it started.")]
    [InlineData("ThrowingEarly", "while it started.")]
    [InlineData("NoEntry", "has not exactly one public IAgencyModule")]
    [InlineData("NoPolicy", "The page OpenPage does not say who may see it.")]
    [InlineData("Anonymous", "The page OpenPage does not say who may see it.")]
    [InlineData("RouteOutside", "The page FindPage has a route outside /m/plain.")]
    [InlineData("RouteBesides", "The page BesidesPage has a route outside /m/plain.")]
    [InlineData("RouteTwice", "has a route that another page has too.")]
    [InlineData("RouteConstraint", "has a route with a constraint that is not known.")]
    [InlineData("RouteMalformed", "has a malformed route.")]
    [InlineData("LinkOutside", "A link in the rail leads out of the module")]
    [InlineData("ForeignHandler", "A handler is not a plain class of its own.")]
    [InlineData("OthersTables", "Row lies in tables of another owner")]
    [InlineData("ReadsAView", "Row reads something that is no table")]
    [InlineData("UnfilteredChild", "Row names a child and is not child-owned")]
    [InlineData("PartRoute", "The view of the part plain.one is not a component of its own")]
    [InlineData("OthersMigration", "Its migration 20260101000000_Foreign has a step that reaches out of its own tables")]
    public async Task ABrokenModule_StaysOut_AndTheOtherRuns(string module, string reason)
    {
        shelf.Add(module, change: manifest => manifest["capabilities"] = ModuleShelf.AllCapabilities).Add("Other", "other");

        var loaded = await shelf.LoadAsync();

        var broken = loaded.Statuses.Single(status => status.Folder == module);
        (broken.State, broken.Key).ShouldBe((ModuleState.Malfunctioned, "plain"));
        broken.Reason.ShouldContain(reason);
        broken.Reason.ShouldNotContain("a detail for the log alone");
        loaded.Ready.Select(ready => ready.Manifest.Key).ShouldBe(["other"]);
    }

    [Fact]
    public async Task AModuleThatHangs_IsLeftBehind_AndTheOtherRuns()
    {
        var clock = new FakeTimeProvider();
        shelf.Add("Hanging", "another").Add("Other", "other");

        var loading = shelf.LoadAsync(clock: clock);
        while (!loading.IsCompleted && !AppContext.TryGetSwitch("ContactPoint.Modules.Hanging", out _)) await Task.Yield();
        clock.Advance(ModuleLoader.DefaultLimit);
        var loaded = await loading;

        loaded.Statuses.Select(status => (status.Folder, status.State)).ShouldBe([("Hanging", ModuleState.Malfunctioned), ("Other", ModuleState.Ready)]);
        loaded.Statuses[0].Reason.ShouldStartWith("It did not finish its start in 20 seconds.");
    }

    [Theory]
    [InlineData("1.3", "2.0")]
    [InlineData("0.1", "1.0")]
    [InlineData("2.0", "3.0")]
    public async Task AModuleForAnotherContract_IsIncompatible(string from, string below)
    {
        shelf.Add("Plain", change: manifest => (manifest["sdkFrom"], manifest["sdkBelow"]) = (from, below));

        var status = await shelf.OnlyAsync();

        (status.State, status.Reason).ShouldBe((ModuleState.Incompatible, $"It is made for versions {from} to below {below} of the contract; this host has 1.2."));
    }

    // One fixture, which brings another nonsense for each key.
    [Theory]
    [InlineData("serviceelsewhere", "The code of a service is not serviceelsewhere.")]
    [InlineData("servicetwice", "The service servicetwice.one is there twice.")]
    [InlineData("servicenameless", "The service servicenameless.one has no name")]
    [InlineData("serviceclassless", "The service serviceclassless.one has no class")]
    [InlineData("servicecore", "The service servicecore.taken is one of the core's.")]
    [InlineData("partcore", "The key of a part of the record is not partcore.")]
    [InlineData("identifier", "The key of a part of the record is not identifier.")]
    [InlineData("partother", "The key of a part of the record is not partother.")]
    [InlineData("parttwice", "The part parttwice.one is there twice.")]
    [InlineData("partpurpose", "The part partpurpose.one is for no purpose that there is.")]
    [InlineData("partagency", "The part partagency.one is for no agency that there is.")]
    [InlineData("partsource", "The source of the part partsource.one is not a plain class of its own.")]
    [InlineData("partview", "The view of the part partview.one is not a component of its own")]
    [InlineData("partplain", "The view of the part partplain.one does not take one parameter")]
    [InlineData("partmore", "The view of the part partmore.one does not take one parameter")]
    [InlineData("rightother", "The key of a right is not rightother.")]
    [InlineData("righttwice", "The right righttwice.one is there twice.")]
    [InlineData("rightsystem", "The right rightsystem.one is for no agency or no role that there is.")]
    [InlineData("settingother", "The key of a setting is not settingother.")]
    [InlineData("settingtwice", "The setting settingtwice.one is there twice.")]
    [InlineData("settingbounds", "The setting settingbounds.one has bounds that leave no number.")]
    [InlineData("settingdefault", "The setting settingdefault.one does not take its own default.")]
    [InlineData("settingchoices", "The setting settingchoices.one has not 2 to 20 choices")]
    [InlineData("settingtext", "The setting settingtext.one is a text, of which none is wider than another.")]
    [InlineData("jobother", "The key of a job is not jobother.")]
    [InlineData("jobtwice", "The job jobtwice.one is there twice.")]
    [InlineData("joboften", "The job joboften.one does not run every 5 to 1440 minutes.")]
    [InlineData("joblong", "The job joblong.one has no limit of six hours at most.")]
    [InlineData("jobclass", "The job jobclass.one is not a plain class of its own.")]
    public async Task ADeclarationThatIsNonsense_KeepsTheModuleOut(string key, string reason)
    {
        shelf.Add("Nonsense", key, manifest => manifest["capabilities"] = ModuleShelf.AllCapabilities).Add("Other", "other");

        var loaded = await shelf.LoadAsync();

        var broken = loaded.Statuses.Single(status => status.Folder == "Nonsense");
        broken.Reason.ShouldContain(reason);
        broken.State.ShouldBe(ModuleState.Malfunctioned);
        loaded.Ready.Select(ready => ready.Manifest.Key).ShouldBe(["other"]);
    }

    [Theory]
    [InlineData("service", "It brings services and does not declare them.")]
    [InlineData("part", "It brings parts of the record and does not declare them.")]
    [InlineData("right", "It brings rights and does not declare them.")]
    [InlineData("setting", "It brings settings and does not declare them.")]
    [InlineData("job", "It brings jobs and does not declare them.")]
    public async Task ADeclaration_NeedsItsCapability(string key, string reason)
    {
        shelf.Add("Nonsense", key, manifest => manifest["capabilities"] = new System.Text.Json.Nodes.JsonArray("pages", "tables"));
        (await shelf.OnlyAsync()).Reason.ShouldBe(reason);

        shelf.Change("Nonsense", manifest => manifest["capabilities"] = ModuleShelf.AllCapabilities);
        (await shelf.OnlyAsync()).Reason.ShouldBe("");
    }

    [Fact]
    public async Task TwoOfOneKey_BothStayOut()
    {
        shelf.Add("Plain").Add("Plain", @as: "Plain-2").Add("Other", "other");

        var loaded = await shelf.LoadAsync();

        loaded.Statuses.Select(status => status.State).ShouldBe([ModuleState.Ready, ModuleState.Duplicate, ModuleState.Duplicate]);
        loaded.Statuses[1].Reason.ShouldBe("2 folders hold the module plain. Leave one.");
    }

    [Fact]
    public async Task AnUnsignedTwin_DoesNotKeepTheModuleOut()
    {
        shelf.Add("Plain").Add("Plain", @as: "Twin");
        File.Delete(shelf.PathOf("Twin", ModuleFiles.SignatureName));

        (await shelf.LoadAsync()).Statuses.Select(status => status.State).ShouldBe([ModuleState.Ready, ModuleState.Refused]);
    }

    [Theory]
    [InlineData("Plain", "It brings pages and does not declare them.")]
    [InlineData("OwnTables", "It brings tables and does not declare them.")]
    public async Task WhatIsNotDeclared_IsNotBrought(string module, string reason)
    {
        shelf.Add(module, change: manifest => manifest["capabilities"] = new System.Text.Json.Nodes.JsonArray());

        (await shelf.OnlyAsync()).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task NoFolder_HoldsNoModule()
    {
        var loader = new ModuleLoader(ModuleShelf.Trust, Sdk.Data.DatabaseProvider.Sqlite, ModuleLoader.DefaultLimit, TimeProvider.System);

        (await loader.LoadAsync(shelf.PathOf("nowhere"))).Statuses.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "MOD-1")]
    public async Task Verify_RunsNoCode()
    {
        shelf.Add("Throwing");
        var loader = new ModuleLoader(ModuleShelf.Trust, Sdk.Data.DatabaseProvider.Sqlite, ModuleLoader.DefaultLimit, TimeProvider.System);

        loader.Verify(shelf.Folder).Statuses.ShouldHaveSingleItem().Reason.ShouldBe("");
        (await shelf.OnlyAsync()).State.ShouldBe(ModuleState.Malfunctioned);
    }

    public void Dispose() => shelf.Dispose();
}
