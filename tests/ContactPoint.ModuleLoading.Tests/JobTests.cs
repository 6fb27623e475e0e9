using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Modules;
using ContactPoint.Kernel.Modules.Jobs;
using ContactPoint.Sdk.Access;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContactPoint.ModuleLoading.Tests;

/// <summary>The sample module's job on real tables: once for all nodes, and what it throws or hangs disturbs nothing.</summary>
[Trait("Rule", "MOD-2")]
[Trait("Invariant", "I-45")]
public sealed class JobTests : IDisposable
{
    private static readonly string[] Switches = ["Throws", "Hangs", "Hanging"];

    private readonly ModuleShelf shelf = new ModuleShelf().AddSample();

    [Fact]
    public async Task AJobThatIsNew_WaitsForItsNextOccasion_AndRunsOnceForAllNodes()
    {
        await using var works = await Works.StartAsync(shelf);

        (await works.LookAsync()).ShouldBe(0);
        (await works.JobAsync()).Outcome.ShouldBe(ModuleJobOutcome.None);
        works.Kernel.Clock.Advance(TimeSpan.FromMinutes(5));
        (await works.LookAsync()).ShouldBe(1, "two nodes looked at once");
        (await works.LookAsync()).ShouldBe(0);

        var job = await works.JobAsync();
        (job.Outcome, job.LastStart, job.LastEnd).ShouldBe((ModuleJobOutcome.Done, works.Kernel.Clock.GetUtcNow(), works.Kernel.Clock.GetUtcNow()));
        (job.Module, job.Key, job.Minutes).ShouldBe(("Sample", "sample.tidy", 5));
    }

    [Fact]
    public async Task AJobThatThrows_IsRecorded_AndRunsAgainNextTime()
    {
        await using var works = await Works.StartAsync(shelf);
        await works.LookAsync();
        Set("Throws", true);

        works.Kernel.Clock.Advance(TimeSpan.FromMinutes(5));
        (await works.LookAsync()).ShouldBe(1);
        (await works.JobAsync()).Outcome.ShouldBe(ModuleJobOutcome.Failed);
        Set("Throws", false);
        works.Kernel.Clock.Advance(TimeSpan.FromMinutes(5));
        await works.LookAsync();

        (await works.JobAsync()).Outcome.ShouldBe(ModuleJobOutcome.Done);
    }

    [Fact]
    public async Task AJobThatHangs_IsReportedWhenItsTimeHasPassed()
    {
        await using var works = await Works.StartAsync(shelf);
        await works.LookAsync();
        Set("Hangs", true);
        works.Kernel.Clock.Advance(TimeSpan.FromMinutes(5));

        var looking = works.LookAsync();
        while (!looking.IsCompleted && !(AppContext.TryGetSwitch(Name("Hanging"), out var hangs) && hangs)) await Task.Yield();
        works.Kernel.Clock.Advance(TimeSpan.FromMinutes(2));
        await looking;

        (await works.JobAsync()).Outcome.ShouldBe(ModuleJobOutcome.RanOver);
    }

    public void Dispose()
    {
        foreach (var name in Switches) Set(name, false);
        shelf.Dispose();
    }

    private static string Name(string what) => $"ContactPoint.Modules.Sample.Job.{what}";

    private static void Set(string what, bool value) => AppContext.SetSwitch(Name(what), value);

    private sealed record Works(KernelHost Kernel, KernelHost Node, IReadOnlyList<BackgroundService> Runners, CallerContext Operator) : IAsyncDisposable
    {
        public static async Task<Works> StartAsync(ModuleShelf shelf)
        {
            var modules = await shelf.LoadAsync();
            var kernel = await KernelHost.StartAsync(services => services.AddModules(modules));
            await ModuleMigrations.RunAsync(modules, kernel.Get<Migrator>(), mayMigrate: true);
            modules.Ready.ShouldHaveSingleItem(modules.Statuses[0].Reason);
            var node = await KernelHost.StartAsync(services => services.AddModules(modules), kernel);
            var admin = await kernel.Users.CallerAsync(await kernel.Users.CreateAsync(Agency.Administration, Role.NationalOperations, authority: null));
            return new Works(kernel, node, [RunnerOf(kernel), RunnerOf(node)], admin);
        }

        /// <summary>Both nodes look at once; answers how many runs they began, when those have ended.</summary>
        public async Task<int> LookAsync()
        {
            var begun = await Task.WhenAll(Runners.Select(runner => (Task<IReadOnlyList<Task>>)runner.GetType().GetMethod("LookAsync")!.Invoke(runner, [CancellationToken.None])!));
            await Task.WhenAll(begun.SelectMany(runs => runs));
            return begun.Sum(runs => runs.Count);
        }

        public async Task<ModuleJobStatus> JobAsync() => (await Kernel.Get<IModuleOverview>().ListAsync(Operator)).Value.Jobs.ShouldHaveSingleItem();

        public async ValueTask DisposeAsync()
        {
            await Node.DisposeAsync();
            await Kernel.DisposeAsync();
        }

        private static BackgroundService RunnerOf(KernelHost host) => host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Single(service => service.GetType().Name == "ModuleJobRunner");
    }
}
