using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Modules;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory.Tests.Feeds;

public sealed class FeedAccessTests
{
    private static readonly FeedOptions Plain = new();

    [Fact]
    [Trait("Rule", "USR-4")]
    [Trait("Invariant", "I-26")]
    public async Task EveryAct_BySomebodyWhoIsNoSteward_IsRefused()
    {
        await using var world = await World.StartAsync();
        var run = await world.FeedAsync(Pupil.Number(1));
        var feeds = world.Get<IFeeds>();
        foreach (var role in new[] { Role.Practitioner, Role.SecurityReviewer, Role.SuperUser })
        {
            var caller = await (await world.PersonAsync(role: role)).CallerAsync();

            (await feeds.ApplyAsync(caller, FeedWorld.File(Pupil.File(Pupil.Number(2))), Plain)).Error.ShouldBe(GateErrors.NoSuchJob);
            (await feeds.QueueAsync(caller, FeedWorld.File(Pupil.File(Pupil.Number(2))), Plain)).Error.ShouldBe(GateErrors.NoSuchJob);
            (await feeds.PreviewAsync(caller, FeedWorld.File(Pupil.File(Pupil.Number(2))))).Error.ShouldBe(GateErrors.NoSuchJob);
            (await feeds.ApproveAsync(caller, run.Id)).Error.ShouldBe(FeedErrors.NoSuchRun);
            (await feeds.RunAsync(caller, run.Id, null, 0)).Error.ShouldBe(FeedErrors.NoSuchRun);
            (await feeds.WriteSourceOutcomesAsync(caller, run.Id, Stream.Null)).Error.ShouldBe(FeedErrors.NoSuchRun);
            (await feeds.SourcesAsync(caller)).Value.ShouldBeEmpty();
            (await feeds.RunsAsync(caller, 0)).Value.Runs.ShouldBeEmpty();
        }

        (await world.RecordsAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(ModuleSwitchState.Off, "module.off")]
    [InlineData(ModuleSwitchState.ReadOnly, "module.read-only")]
    [Trait("Rule", "MOD-3")]
    public async Task EveryFile_OfAModuleThatIsNotOnForTheAuthority_IsRefusedAndRecorded(ModuleSwitchState state, string code)
    {
        var modules = new ModuleFormats.Switch(state);
        await using var world = await World.StartAsync(configure: services => services.AddSingleton<IModuleSwitch>(modules));
        var feeds = world.Get<IFeeds>();

        (await feeds.ApplyAsync(world.System, FeedWorld.File(Pupil.File(Pupil.Number(1))), Plain)).Error!.Code.ShouldBe(code);
        (await feeds.QueueAsync(world.System, FeedWorld.File(Pupil.File(Pupil.Number(1))), Plain)).Error!.Code.ShouldBe(code);
        (await feeds.PreviewAsync(world.System, FeedWorld.File(Pupil.File(Pupil.Number(1))))).Error!.Code.ShouldBe(code);
        (await world.RecordsAsync()).ShouldBeEmpty();
        (await world.EntriesAsync(AuditEvents.FeedRefused)).ShouldBe(3);

        modules.State = ModuleSwitchState.On;
        (await world.FeedAsync(Pupil.Number(1))).Counts.Created.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    [Trait("Asvs", "8.4.1")]
    public async Task Apply_ByTheStewardOfAnotherAuthority_IsRefusedAndRecorded()
    {
        await using var world = await World.StartAsync();
        var own = await world.FeedAsync(Pupil.Number(1));
        var caller = await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward, authority: "352")).CallerAsync();

        var run = await world.Get<IFeeds>().ApplyAsync(caller, FeedWorld.File(Pupil.File(Pupil.Number(2))), Plain);

        run.Error.ShouldBe(FeedErrors.NotAllowed);
        (await world.Get<IFeeds>().RunAsync(caller, own.Id, null, 0)).Error.ShouldBe(FeedErrors.NoSuchRun);
        (await world.EntriesAsync(AuditEvents.FeedRefused)).ShouldBe(2);
        (await world.RecordsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-1")]
    public async Task Apply_ForABodyThatIsNoSchoolOrADayToCome_IsRefused()
    {
        await using var world = await World.StartAsync();
        var feeds = world.Get<IFeeds>();

        (await feeds.ApplyAsync(world.System, FeedWorld.File(Pupil.File(Pupil.Number(1)), World.Practice), Plain)).Error.ShouldBe(FeedErrors.UnknownSource);
        (await feeds.ApplyAsync(world.System, FeedWorld.File(Pupil.File(Pupil.Number(1)), Guid.NewGuid()), Plain)).Error.ShouldBe(FeedErrors.UnknownSource);
        (await feeds.ApplyAsync(world.System, FeedWorld.File(Pupil.File(Pupil.Number(1))) with { AsAt = world.Today.AddDays(1) }, Plain)).Error.ShouldBe(FeedErrors.NotYet);
        (await world.RecordsAsync()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    [Trait("Rule", "AUD-1")]
    public async Task Apply_ByTheStewardOfTheSchoolsAuthority_IsDoneAndRecordedRowByRow()
    {
        await using var world = await World.StartAsync();
        var caller = await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward)).CallerAsync();
        var feeds = world.Get<IFeeds>();

        var run = (await feeds.ApplyAsync(caller, FeedWorld.File(Pupil.File(Pupil.Number(1), Pupil.Number(2))), Plain)).Value;

        run.Counts.Created.ShouldBe(2);
        (await feeds.SourcesAsync(caller)).Value.Select(source => source.RegisterCode).ShouldBe(["355", "105900"], ignoreOrder: true);
        (await feeds.RunsAsync(caller, 0)).Value.Runs.ShouldHaveSingleItem().Id.ShouldBe(run.Id);
        (await world.EntriesAsync(AuditEvents.FeedReceived)).ShouldBe(1);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(2);
        (await world.EntriesAsync(AuditEvents.FeedApplied)).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "USR-8")]
    [Trait("Invariant", "I-32")]
    public async Task Queue_ByAStewardWhoseSessionEndsWhileTheFileIsSent_KeepsNothingOfIt()
    {
        await using var world = await World.StartAsync();
        var caller = await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward)).CallerAsync();
        using var sent = new SlowFile(Pupil.File(Pupil.Number(1)), () => world.EndAsync(caller));

        var queued = await world.Get<IFeeds>().QueueAsync(caller, new FeedFile { Source = World.School, FileName = "roll.csv", Content = sent }, Plain);
        await world.Queue().DrainAsync(CancellationToken.None);

        queued.Error.ShouldBe(GateErrors.SessionEnded);
        (await world.RecordsAsync()).ShouldBeEmpty();
        (await world.Get<IFeeds>().RunsAsync(world.System, 0)).Value.Runs.ShouldBeEmpty();
        (await world.EntriesAsync(AuditEvents.FeedRefused)).ShouldBe(1);
        (await world.JobAsync((_, unit) => ValueTask.FromResult(Convert.ToInt32(unit.Prepare("SELECT COUNT(*) FROM $directory.feed_chunk").ExecuteScalar(), null)))).ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "USR-8")]
    [Trait("Invariant", "I-32")]
    public async Task RunAndItsOutcomeFile_ToACallerWhoseSessionHasEnded_AreNotShown()
    {
        await using var world = await World.StartAsync();
        var run = await world.FeedAsync(Pupil.Number(1));
        var caller = await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward)).CallerAsync();
        await world.EndAsync(caller);
        using var output = new MemoryStream();

        (await world.Get<IFeeds>().RunAsync(caller, run.Id, null, 0)).Error.ShouldBe(GateErrors.SessionEnded);
        (await world.Get<IFeeds>().WriteSourceOutcomesAsync(caller, run.Id, output)).Error.ShouldBe(GateErrors.SessionEnded);

        output.Length.ShouldBe(0);
        (await world.EntriesAsync(AuditEvents.FeedExported)).ShouldBe(1, "the refusal");
    }

    // A file that takes its time: something happens before its last byte has come.
    private sealed class SlowFile(byte[] bytes, Func<Task> meanwhile) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length) await meanwhile();
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
