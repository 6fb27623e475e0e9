using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Search;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Index.Files;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ContactPoint.Directory.Tests.Search;

public sealed class SearchSnapshotTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-search-");

    [Fact]
    [Trait("Rule", "SEA-5")]
    public async Task AStartFromASnapshot_HonoursAConcealmentAfterIt_BeforeTheFirstSearch()
    {
        await using var world = await World.StartAsync();
        var hidden = await world.AddAsync(Given.Child(identity: Given.Identity("Osborne", "Jayden")));
        await world.AddAsync(Given.Child(identity: Given.Identity("Okafor", "Amelia")));
        using (var first = Index(world))
        {
            await first.CatchUpAsync();
            await WrittenAsync();
        }

        var read = (await Snapshots(world).ReadAsync(world.Get<IUnitOfWorkFactory>(), CancellationToken.None)).ShouldNotBeNull();
        read.Segment.Count.ShouldBe(2);

        world.Shields.Levels[hidden] = ShieldLevel.Concealed;
        var record = await world.ReadAsync(hidden);
        (await world.WriteAsync(new ChildWrite { Child = hidden, ExpectedVersion = record.Version, Identity = record.Identity })).Succeeded.ShouldBeTrue();
        using var second = Index(world);
        second.IsReady.ShouldBeFalse();
        await second.CatchUpAsync();
        second.IsReady.ShouldBeTrue();
        second.Count.ShouldBe(1);
        second.Find(new IndexQuery { Family = "Osborne", Given = "Jayden" }, 64, out var scorer).ShouldBeEmpty();
        scorer.Population.ShouldBe(1);
    }

    // Another process keeps a snapshot while this one asks for shields: the child was asked for before the shield, the snapshot is of after it.
    [Fact]
    [Trait("Invariant", "I-08")]
    public async Task AStartFromASnapshotNewerThanItsAskingForShields_FollowsFromTheEarlierPlace()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child(identity: Given.Identity("Osborne", "Jayden")));
        var register = new ShieldedAtTheSecondAsking();
        var units = new BesideTheFirstRead(world.Get<IUnitOfWorkFactory>(), async () =>
        {
            var record = await world.ReadAsync(child);
            (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = record.Version, Identity = record.Identity })).Succeeded.ShouldBeTrue();
            await WriteSnapshotAsync(world, child.Value);
        });
        using var index = new ResidentChildIndex(
            units, world.Get<IndexSource>(), new ApartIndex(world.Get<IUnitOfWorkFactory>(), new ApartSource(world.Get<SealedDocuments>(), register), NullLogger<ApartIndex>.Instance), Snapshots(world),
            world.Get<IRecordGate>, world.Get<ISystemCaller>(), world.Host.Clock);

        await index.CatchUpAsync();

        var query = new IndexQuery { Family = "Osborne", Given = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) };
        index.Find(query, 64, out var scorer);
        index.FindApart(Apart.Shielded, query, 64, scorer).ShouldHaveSingleItem().Key.ShouldBe(child.Value);
    }

    [Fact]
    public async Task AStartFromADamagedSnapshot_BuildsFromTheDatabase()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        using (var first = Index(world))
        {
            await first.CatchUpAsync();
            await WrittenAsync();
        }

        var file = folder.GetFiles("*.snapshot").ShouldHaveSingleItem().FullName;
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        (await Snapshots(world).ReadAsync(world.Get<IUnitOfWorkFactory>(), CancellationToken.None)).ShouldBeNull();
        using var second = Index(world);
        await second.CatchUpAsync();
        second.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ASnapshotOfAnotherHistory_OrTooOld_IsNotUsed()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        var units = world.Get<IUnitOfWorkFactory>();
        var last = await units.ReadAsync(IndexSource.LastChangeAsync);
        var child = (await units.ReadAsync(unit => IndexSource.ChangedAsync(last, unit))).ShouldNotBeNull();
        var right = new SnapshotHead(last, child, world.Now);
        (await ReadAsync(world, right)).ShouldBeTrue();
        (await ReadAsync(world, right with { Sequence = last + 1 })).ShouldBeFalse("of a database that came further: this one was restored");
        (await ReadAsync(world, right with { ChangedChild = Guid.NewGuid() })).ShouldBeFalse("of a database that came as far otherwise");
        (await ReadAsync(world, right with { Written = world.Now.AddDays(-8) })).ShouldBeFalse("eight days old");
        await using var other = await World.StartAsync();
        await other.AddAsync(Given.Child());
        new SnapshotFolder(folder.FullName, Seal(world), Open(world)).Write(ResidentIndex.Empty, right);
        (await Snapshots(other).ReadAsync(other.Get<IUnitOfWorkFactory>(), CancellationToken.None)).ShouldBeNull("sealed by another key ring");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<bool> ReadAsync(World world, SnapshotHead head)
    {
        foreach (var file in folder.GetFiles()) file.Delete();
        new SnapshotFolder(folder.FullName, Seal(world), Open(world)).Write(ResidentIndex.Empty, head);
        return await Snapshots(world).ReadAsync(world.Get<IUnitOfWorkFactory>(), CancellationToken.None) is not null;
    }

    private async Task WriteSnapshotAsync(World world, Guid lastChanged)
    {
        foreach (var file in folder.GetFiles()) file.Delete();
        var last = await world.Get<IUnitOfWorkFactory>().ReadAsync(IndexSource.LastChangeAsync);
        new SnapshotFolder(folder.FullName, Seal(world), Open(world)).Write(ResidentIndex.Empty, new SnapshotHead(last, lastChanged, world.Now));
    }

    private static ChunkCipher Seal(World world) => (chunk, bytes) => world.Get<ISealer>().Seal(DirectoryPurposes.SearchSnapshot, chunk, bytes);

    private static ChunkCipher Open(World world) => (chunk, bytes) => world.Get<ISealer>().Unseal(DirectoryPurposes.SearchSnapshot, chunk, bytes);

    private SearchSnapshots Snapshots(World world) => new(
        Options.Create(new SearchOptions { SnapshotFolder = folder.FullName }), world.Get<ISealer>(), world.Host.Clock, NullLogger<SearchSnapshots>.Instance);

    private ResidentChildIndex Index(World world) => new(
        world.Get<IUnitOfWorkFactory>(), world.Get<IndexSource>(), new ApartIndex(world.Get<IUnitOfWorkFactory>(), world.Get<ApartSource>(), NullLogger<ApartIndex>.Instance), Snapshots(world),
        world.Get<IRecordGate>, world.Get<ISystemCaller>(), world.Host.Clock);

    // The snapshot is written beside the searches.
    private async Task WrittenAsync()
    {
        for (var i = 0; i < 400 && folder.GetFiles("*.snapshot").Length == 0; i++) await Task.Delay(25);
        folder.GetFiles("*.snapshot").ShouldHaveSingleItem();
    }

    private sealed class ShieldedAtTheSecondAsking : IShieldRegister
    {
        private int asked;

        public ValueTask<IReadOnlyList<ShieldState>> ReadAsync(IReadOnlyList<ChildId> children, IUnitOfWork unit)
        {
            var state = children.Count > 0 && Interlocked.Increment(ref asked) > 1 ? new ShieldState(ShieldLevel.Concealed, new HashSet<Guid>()) : ShieldState.None;
            return ValueTask.FromResult<IReadOnlyList<ShieldState>>([.. children.Select(_ => state)]);
        }
    }

    private sealed class BesideTheFirstRead(IUnitOfWorkFactory units, Func<Task> beside) : IUnitOfWorkFactory
    {
        private bool isLater;

        public Task<T> RunAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation = default) => units.RunAsync(work, cancellation);

        public async Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read, CancellationToken cancellation = default)
        {
            var answer = await units.ReadAsync(read, cancellation);
            if (isLater) return answer;
            isLater = true;
            await beside();
            return answer;
        }
    }
}
