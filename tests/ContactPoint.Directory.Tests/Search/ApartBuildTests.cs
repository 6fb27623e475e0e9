using System.Collections.Concurrent;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Search;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContactPoint.Directory.Tests.Search;

/// <summary>Two readers ask all children for their shields, range by range of ids.</summary>
[Trait("Invariant", "I-08")]
public sealed class ApartBuildTests
{
    private static readonly IndexQuery Osborne = new() { Family = "Osborne", Given = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) };

    public static TheoryData<string, string[]> Layouts => new()
    {
        { "the least and the greatest id", ["00000000-0000-0000-0000-000000000001", "ffffffff-ffff-ffff-ffff-ffffffffffff"] },
        { "one child", ["7a000000-0000-4000-8000-000000000001"] },
        { "side by side", ["7a000000-0000-4000-8000-000000000001", "7a000000-0000-4000-8000-000000000002", "7a000000-0000-4000-8000-000000000003"] },
        { "ids that tell the time, and one far off", ["019a0000-0000-7000-8000-000000000001", "019a0000-0001-7000-8000-000000000001", "019a0000-0002-7000-8000-000000000001", "f19a0000-0000-4000-8000-000000000001"] },
        { "all over", [.. Enumerable.Range(0, 32).Select(i => $"{i * 8:x2}000000-0000-4000-8000-0000000000{i:x2}")] },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Build_WhereverTheIdsLie_FindsEachShieldedAndEachProvisionalChild(string layout, string[] ids)
    {
        foreach (var first in new[] { ShieldLevel.Masked, ShieldLevel.None })
        {
            await using var world = await World.StartAsync();
            var children = ids.Select(id => new ChildId(Guid.Parse(id))).ToList();
            foreach (var (child, number) in children.Select((child, number) => (child, number)))
            {
                var isShielded = number % 2 == 0 == (first == ShieldLevel.Masked);
                world.Shields.Levels[child] = isShielded ? ShieldLevel.Masked : ShieldLevel.None;
                (await world.WriteAsync(Given.Child(child) with { State = isShielded ? null : RecordState.Provisional, Supplier = isShielded ? null : World.School })).Succeeded.ShouldBeTrue(layout);
            }

            await world.Get<IChildIndex>().CatchUpAsync();

            Found(world.Get<IChildIndex>(), Apart.Shielded).ShouldBe(children.Where(child => world.Shields.Levels[child] == ShieldLevel.Masked), ignoreOrder: true, layout);
            Found(world.Get<IChildIndex>(), Apart.Provisional).ShouldBe(children.Where(child => world.Shields.Levels[child] == ShieldLevel.None), ignoreOrder: true, layout);
        }
    }

    [Fact]
    public async Task Build_OverManyPages_AsksEachChildOnce_WhateverItsRowNumberAndState()
    {
        await using var world = await World.StartAsync();
        var hidden = new List<ChildId>();
        for (var i = 0; i < 6; i++)
        {
            hidden.Add(Given.NewChild());
            (await world.WriteAsync(Given.Child(hidden[^1]))).Succeeded.ShouldBeTrue();
        }

        await world.JobAsync(async (_, unit) =>
        {
            await unit.Prepare("UPDATE $directory.child SET rowid = -rowid, state = CASE rowid % 2 WHEN 0 THEN 3 ELSE state END").ExecuteNonQueryAsync();
            return await unit.Prepare(
                """
                INSERT INTO $directory.child (child_id, state, birth_year, education, version, identity_sealed, created_at, changed_at)
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90000)
                SELECT CAST(unhex(printf('%04x', (i * 7919) % 65536)) || randomblob(14) AS BLOB), 1, 2015, 0, 1, x'00', 0, 0 FROM n
                """).ExecuteNonQueryAsync();
        });
        var register = new AskedRegister(hidden);
        var apart = await BuildAsync(world, new ApartSource(world.Get<SealedDocuments>(), register));

        register.Asked.Count.ShouldBe(90_006);
        register.Asked.ShouldAllBe(asked => asked.Value == (hidden.Contains(asked.Key) ? 2 : 1), "once in its range; those with a shield again as their record is read");
        world.Get<IChildIndex>().Find(Osborne, 1, out var scorer);
        apart.Find(Apart.Shielded, Osborne, 64, scorer).Select(hit => new ChildId(hit.Key)).ShouldBe(hidden, ignoreOrder: true);
    }

    [Fact]
    public async Task Build_OfADirectoryWithoutChildren_EndsAndFollows()
    {
        await using var world = await World.StartAsync();
        await world.Get<IChildIndex>().CatchUpAsync();
        Found(world.Get<IChildIndex>(), Apart.Shielded).ShouldBeEmpty();

        var child = Given.NewChild();
        world.Shields.Levels[child] = ShieldLevel.Concealed;
        await world.AddAsync(Given.Child(child));
        Found(world.Get<IChildIndex>(), Apart.Shielded).ShouldBe([child]);
    }

    [Fact]
    public async Task Build_BegunByTwoReaders_BeginsOnePass()
    {
        await using var world = await World.StartAsync();
        await world.WriteAsync(Given.Child());
        await world.Get<IChildIndex>().CatchUpAsync();

        (await world.PayloadsAsync(AuditEvents.JobBegun, AuditOutcome.Granted)).Count(entry => entry.Contains(JobName.IndexBuild.Value, StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task<ApartIndex> BuildAsync(World world, ApartSource source)
    {
        var apart = new ApartIndex(world.Get<IUnitOfWorkFactory>(), source, NullLogger<ApartIndex>.Instance);
        var pass = (await world.Get<IRecordGate>().BeginJobAsync(world.System, JobName.IndexBuild)).Value;
        await apart.BuildAsync(_ => ValueTask.FromResult(pass), CancellationToken.None);
        return apart;
    }

    private static List<ChildId> Found(IChildIndex index, Apart which)
    {
        index.Find(Osborne, 1, out var scorer);
        return [.. index.FindApart(which, Osborne, 64, scorer).Select(hit => new ChildId(hit.Key))];
    }

    private sealed class AskedRegister(IReadOnlyCollection<ChildId> hidden) : IShieldRegister
    {
        public ConcurrentDictionary<ChildId, int> Asked { get; } = [];

        public ValueTask<IReadOnlyList<ShieldState>> ReadAsync(IReadOnlyList<ChildId> children, IUnitOfWork unit)
        {
            foreach (var child in children) Asked.AddOrUpdate(child, 1, (_, times) => times + 1);
            return ValueTask.FromResult<IReadOnlyList<ShieldState>>(
                [.. children.Select(child => hidden.Contains(child) ? new ShieldState(ShieldLevel.Concealed, new HashSet<Guid>()) : ShieldState.None)]);
        }
    }
}
