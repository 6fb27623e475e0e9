using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.Folder;
using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>Files that suppliers' systems drop.</summary>
public sealed class FeedFolderTests : IDisposable
{
    private readonly DirectoryInfo root = System.IO.Directory.CreateTempSubdirectory("contactpoint-drops-");

    private string In => Path.Combine(root.FullName, "in", "105900", "education.roll");

    private string Out => Path.Combine(root.FullName, "out", "105900", "education.roll");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Look_AtAFileOfNobodyInTheRegister_IsRefusedWithTheReason()
    {
        await using var world = await World.StartAsync();
        var (folder, _) = Of(world);
        Drop("in/999999/education.roll/roll.csv", Pupil.File(Pupil.Number(1)));

        await LookTwiceAsync(folder);

        (await System.IO.File.ReadAllTextAsync(Path.Combine(root.FullName, "out/999999/education.roll/roll.csv.refused.txt"))).ShouldContain("feed.unknown-source");
        Left().ShouldBeEmpty();
        (await world.RecordsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("in/105900/education.unknown/roll.csv")]
    [InlineData("in/105900/education.roll@none/roll.csv")]
    [Trait("Rule", "FED-1")]
    public async Task Look_AtAFormatOrProfileThatIsNotThere_IsRefused(string path)
    {
        await using var world = await World.StartAsync();
        var (folder, _) = Of(world);
        Drop(path, Pupil.File(Pupil.Number(1)));
        await LookTwiceAsync(folder);
        System.IO.File.Exists(Path.Combine(root.FullName, path.Replace("in/", "out/", StringComparison.Ordinal) + ".refused.txt")).ShouldBeTrue();
        (await world.RecordsAsync()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Invariant", "I-40")]
    public async Task Look_AtALink_TakesNothingUp()
    {
        await using var world = await World.StartAsync();
        var (folder, _) = Of(world);
        Drop("elsewhere.csv", Pupil.File(Pupil.Number(1)));
        System.IO.Directory.CreateDirectory(In);
        System.IO.File.CreateSymbolicLink(Path.Combine(In, "roll.csv"), Path.Combine(root.FullName, "elsewhere.csv"));
        (await LookTwiceAsync(folder)).ShouldBe(0);
        System.IO.File.Exists(Path.Combine(root.FullName, "elsewhere.csv")).ShouldBeTrue();
    }

    [Fact]
    public async Task Look_AtAFileThatGrows_WaitsUntilItHasStopped()
    {
        await using var world = await World.StartAsync();
        var (folder, _) = Of(world);
        var file = Drop("in/105900/education.roll/roll.csv", Pupil.File(Pupil.Number(1)));
        (await folder.LookAsync(CancellationToken.None)).ShouldBe(0);
        await System.IO.File.AppendAllTextAsync(file, Pupil.Number(2).Line() + "\r\n");
        (await folder.LookAsync(CancellationToken.None)).ShouldBe(0);
        (await folder.LookAsync(CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-42")]
    public async Task Look_AtARoll_AppliesItOnceAndLeavesTheOutcomesAlone()
    {
        await using var world = await World.StartAsync();
        var (folder, queue) = Of(world);
        Drop("in/105900/education.roll/roll 2026-11-20.csv", Pupil.File(Pupil.Number(1), Pupil.Number(2) with { Surname = "=1+1" }));

        await LookTwiceAsync(folder);
        await queue.DrainAsync(CancellationToken.None);
        (await Of(world).Folder.LookAsync(CancellationToken.None)).ShouldBe(1);

        var outcomes = await System.IO.File.ReadAllTextAsync(Path.Combine(Out, "roll 2026-11-20.csv.outcomes.csv"));
        outcomes.ShouldContain("accepted");
        outcomes.ShouldContain("field.formula");
        Left().ShouldBeEmpty();
        var run = (await world.Get<IFeeds>().RunsAsync(world.System, 0)).Value.Runs.ShouldHaveSingleItem();
        run.AsAt.ShouldBe(new DateOnly(2026, 11, 20));
        (await world.RecordsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Look_AfterAHostDiedBetweenTakingAndQueueing_TakesTheFileUpAgain()
    {
        await using var world = await World.StartAsync();
        var (folder, queue) = Of(world);
        Drop("work/105900/education.roll/roll.csv", Pupil.File(Pupil.Number(1)));
        await folder.LookAsync(CancellationToken.None);
        await queue.DrainAsync(CancellationToken.None);
        (await folder.LookAsync(CancellationToken.None)).ShouldBe(1);
        (await world.RecordsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Look_AtTheNextFileOfOneName_AppliesIt()
    {
        await using var world = await World.StartAsync();
        var (folder, queue) = Of(world);
        for (var number = 1; number <= 2; number++)
        {
            Drop("in/105900/education.roll+delta/nightly.csv", Pupil.File(Pupil.Number(number)));
            await LookTwiceAsync(folder);
            await queue.DrainAsync(CancellationToken.None);
            await folder.LookAsync(CancellationToken.None);
            System.IO.Directory.EnumerateFiles(Path.Combine(root.FullName, "work"), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).ShouldBeEmpty();
        }

        (await world.RecordsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Invariant", "I-44")]
    public async Task Look_AtAFileThatCannotBeRead_KeepsNoOtherWaiting()
    {
        await using var world = await World.StartAsync();
        var (folder, queue) = Of(world);
        var held = Drop("work/105900/education.roll/a.csv", Pupil.File(Pupil.Number(1)));
        Drop("work/105900/education.roll/b.csv", Pupil.File(Pupil.Number(2)));
        await using (new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await folder.LookAsync(CancellationToken.None);
            await queue.DrainAsync(CancellationToken.None);
            (await folder.LookAsync(CancellationToken.None)).ShouldBe(1);
        }

        (await world.RecordsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Look_AtChangesAlone_EndsNobody()
    {
        await using var world = await World.StartAsync();
        var (folder, queue) = Of(world);
        await world.FeedAsync(Pupil.Number(1), Pupil.Number(2), Pupil.Number(3));
        Drop("in/105900/education.roll+delta/changes.csv", Pupil.File(Pupil.Number(2) with { Postcode = "M7 1AB" }));
        await LookTwiceAsync(folder);
        await queue.DrainAsync(CancellationToken.None);
        (await world.RecordsAsync()).SelectMany(record => record.Involvements).ShouldAllBe(involvement => involvement.End == null);
    }

    private static async Task<int> LookTwiceAsync(FeedFolder folder) => await folder.LookAsync(CancellationToken.None) + await folder.LookAsync(CancellationToken.None);

    private string Drop(string path, byte[] bytes)
    {
        var file = Path.Combine(root.FullName, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllBytes(file, bytes);
        return file;
    }

    // Nothing that names a child is kept where files came in.
    private IEnumerable<string> Left() => System.IO.Directory.EnumerateFiles(Path.Combine(root.FullName, "work"), "*", SearchOption.AllDirectories)
        .Concat(System.IO.Directory.EnumerateFiles(Path.Combine(root.FullName, "in"), "*", SearchOption.AllDirectories));

    private (FeedFolder Folder, FeedQueue Queue) Of(World world) => (
        new FeedFolder(world.Get<IFeeds>(), world.Get<FeedFormats>(), world.Get<FeedSuppliers>(), world.Get<IUnitOfWorkFactory>(), world.Get<ISystemCaller>(), Options.Create(new FeedFolderOptions { Folder = root.FullName }), NullLogger<FeedFolder>.Instance),
        ActivatorUtilities.CreateInstance<FeedQueue>(world.Get<IServiceProvider>()));
}
