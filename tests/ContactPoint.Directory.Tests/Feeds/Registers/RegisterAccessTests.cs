using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Modules;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory.Tests.Feeds.Registers;

/// <summary>Who may bring a register, and of which bodies it may then tell (ADR 0020).</summary>
public sealed class RegisterAccessTests
{
    private static readonly FeedOptions Plain = new();

    [Theory]
    [InlineData(Role.Practitioner)]
    [InlineData(Role.SuperUser)]
    [InlineData(Role.SecurityReviewer)]
    [Trait("Rule", "USR-4")]
    [Trait("Invariant", "I-26")]
    public async Task EveryAct_BySomebodyOfAnotherRole_IsRefused(Role role)
    {
        await using var world = await World.StartAsync();
        var run = await world.RegisterAsync(new Establishment());
        var (caller, feeds, before) = (await world.StewardAsync(role: role), world.Get<IFeeds>(), await world.PlacesAsync());
        foreach (var number in new[] { FeedSuppliers.Whole, "355" })
        {
            var file = await world.RegisterFileAsync(Establishment.File(new Establishment { Name = "Taken over" }), number);
            (await feeds.ApplyAsync(caller, file, Plain)).Error.ShouldBe(GateErrors.NoSuchJob);
            (await feeds.QueueAsync(caller, file, Plain)).Error.ShouldBe(GateErrors.NoSuchJob);
            (await feeds.PreviewAsync(caller, file)).Error.ShouldBe(GateErrors.NoSuchJob);
        }

        (await feeds.RunAsync(caller, run.Id, null, 0)).Error.ShouldBe(FeedErrors.NoSuchRun);
        (await feeds.WriteSourceOutcomesAsync(caller, run.Id, Stream.Null)).Error.ShouldBe(FeedErrors.NoSuchRun);
        (await feeds.SourcesAsync(caller)).Value.ShouldBeEmpty();
        (await world.PlacesAsync()).ShouldBe(before);
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    [Trait("Asvs", "8.4.1")]
    public async Task Apply_OfTheWholeRegisterOrOfAnotherAuthorityByASteward_IsRefusedAndRecorded()
    {
        await using var world = await World.StartAsync();
        var (caller, before) = (await world.StewardAsync(), await world.PlacesAsync());

        foreach (var number in new[] { FeedSuppliers.Whole, "352" })
            (await world.Get<IFeeds>().ApplyAsync(caller, await world.RegisterFileAsync(Establishment.File(new Establishment()), number), Plain)).Error.ShouldBe(FeedErrors.NotAllowed);

        (await world.PlacesAsync()).ShouldBe(before);
        (await world.EntriesAsync(AuditEvents.FeedRefused)).ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    [Trait("Rule", "FED-4")]
    [Trait("Asvs", "8.4.1")]
    public async Task Apply_ByASteward_TouchesTheOwnAuthoritysBodiesAlone()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(new Establishment { Urn = "111111", Authority = "352", Name = "Ancoats Lock" });
        var caller = await world.StewardAsync();

        var run = await world.RegisterAsync(
            Establishment.File(
                new Establishment { Urn = "111111", Authority = "352", Name = "Renamed" },
                new Establishment { Urn = "111111", Authority = "355", Name = "Taken over" },
                new Establishment { Urn = "111113", Authority = "352", Name = "New and elsewhere" },
                new Establishment { Urn = "105901" }),
            number: "355", caller: caller, approved: true);

        run.Counts.ShouldBe(new FeedCounts(0, 0, 1, 0, 3, 0));
        (await world.SchoolAsync("111111"))!.Name.ShouldBe("Ancoats Lock");
        (await world.SchoolAsync("111111"))!.Authority.ShouldBe("352");
        (await world.SchoolAsync("111113")).ShouldBeNull();
        (await world.SchoolAsync("105901")).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    [Trait("Rule", "FED-4")]
    public async Task Apply_ByAStewardOfABodyThatTheDirectoryHasElsewhere_RejectsThatRow()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(new Establishment { Urn = "111111", Authority = "352", Name = "Ancoats Lock" });

        var run = await world.RegisterAsync(Establishment.File(new Establishment { Urn = "111111", Name = "Taken over" }), number: "355", caller: await world.StewardAsync());

        (await world.RowsAsync(run.Id)).ShouldHaveSingleItem().Code.ShouldBe("authority.other");
        (await world.SchoolAsync("111111"))!.Name.ShouldBe("Ancoats Lock");
    }

    [Theory]
    [InlineData(Role.NationalOperations)]
    [InlineData(Role.DataSteward)]
    [Trait("Rule", "USR-4")]
    public async Task Apply_OfTheWholeRegisterByWhoWorksForTheNation_IsDone(Role role)
    {
        await using var world = await World.StartAsync();
        var caller = await world.StewardAsync(null, role);

        var run = await world.RegisterAsync(Establishment.File(new Establishment(), new Establishment { Urn = "111111", Authority = "352" }), caller: caller);

        run.Counts.Created.ShouldBe(2);
        (await world.Get<IFeeds>().SourcesAsync(caller)).Value.Where(source => source.Formats.Contains(ModuleFormats.Establishments)).ShouldHaveSingleItem().RegisterCode.ShouldBe(FeedSuppliers.Whole);
        (await world.Get<IFeeds>().RunsAsync(caller, 0)).Value.Runs.ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    public async Task Apply_OfARollByNationalOperations_IsRefused()
    {
        await using var world = await World.StartAsync();

        (await world.Get<IFeeds>().ApplyAsync(await world.StewardAsync(null, Role.NationalOperations), FeedWorld.File(Pupil.File(Pupil.Number(1))), Plain)).Error.ShouldBe(GateErrors.NoSuchJob);

        (await world.RecordsAsync()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    public async Task ThePassOfARegister_WritesNoChild()
    {
        await using var world = await World.StartAsync();
        var write = Given.Child();
        var written = await world.JobAsync((pass, unit) => world.Get<ContactPoint.Directory.Children.IChildWriter>().WriteAsync(pass, write, unit), JobName.RegisterApply);
        written.Succeeded.ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "MOD-3")]
    public async Task Apply_ForAnAuthorityWhoseModuleIsOff_IsRefused()
    {
        var modules = new ModuleFormats.Switch(ModuleSwitchState.Off);
        await using var world = await World.StartAsync(configure: services => services.AddSingleton<IModuleSwitch>(modules));

        (await world.Get<IFeeds>().ApplyAsync(world.System, await world.RegisterFileAsync(Establishment.File(new Establishment()), "355"), Plain)).Error!.Code.ShouldBe("module.off");

        (await world.SchoolAsync("105901")).ShouldBeNull();
    }
}
