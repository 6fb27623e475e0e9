using ContactPoint.Directory.Children;
using ContactPoint.Directory.Search;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContactPoint.Directory.Tests.Search;

public sealed class IndexFollowsDatabaseTests
{
    private static readonly string[] Families = ["Osborne", "Okafor", "Novak", "Smith-Jones"];
    private static readonly string[] Givens = ["Jayden", "Amelia", "Mohammed", "Mia"];

    /// <summary>What a write of the sequence does: to which of a few children, and what.</summary>
    private static readonly Gen<(int Child, int What, int Family, int Given, int Day)> Act =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 400]);

    [Fact]
    [Trait("Rule", "SEA-3")]
    public async Task AfterAnySequenceOfWrites_TheFollowerHoldsWhatAFreshBuildHolds() =>
        await Act.Array[1, 12].SampleAsync(
            async acts =>
            {
                await using var world = await World.StartAsync();
                var children = Enumerable.Range(0, 6).Select(_ => Given.NewChild()).ToArray();
                var follower = world.Get<IChildIndex>();
                await follower.CatchUpAsync();
                foreach (var act in acts)
                {
                    await PerformAsync(world, children[act.Child], act.What, Given.Identity(Families[act.Family], Givens[act.Given], new DateOnly(2014, 1, 1).AddDays(act.Day)));
                    if (act.Day % 3 == 0) await follower.CatchUpAsync();
                }

                await follower.CatchUpAsync();
                using var fresh = new ResidentChildIndex(world.Get<IUnitOfWorkFactory>(), world.Get<IndexSource>(), new ApartIndex(world.Get<IUnitOfWorkFactory>(), world.Get<ApartSource>(), NullLogger<ApartIndex>.Instance), world.Get<SearchSnapshots>(), world.Get<IRecordGate>, world.Get<ISystemCaller>(), world.Host.Clock);
                await fresh.CatchUpAsync();
                follower.Count.ShouldBe(fresh.Count);
                foreach (var query in Queries()) Describe(follower, query).ShouldBe(Describe(fresh, query));
            },
            iter: 25, threads: 1);

    [Fact]
    public async Task AWrite_IsFoundAfterTheCatchUpThatTheSignalWakes()
    {
        await using var world = await World.StartAsync();
        var follower = world.Get<IChildIndex>();
        await follower.CatchUpAsync();
        using var stopping = new CancellationTokenSource();
        var running = new IndexFollower(follower, world.Get<Directory.Data.ChangeSignal>(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<IndexFollower>.Instance);
        await running.StartAsync(stopping.Token);

        (await world.WriteAsync(Given.Child())).Succeeded.ShouldBeTrue();

        for (var i = 0; i < 200 && follower.Count == 0; i++) await Task.Delay(25);
        follower.Count.ShouldBe(1);
        await stopping.CancelAsync();
        await running.StopAsync(CancellationToken.None);
    }

    private static async Task PerformAsync(World world, ChildId child, int what, IdentityDocument identity)
    {
        var record = (await world.JobAsync((pass, unit) => world.Get<IChildReader>().ReadAsync(pass, [child], unit)))[0];
        if (record is null)
        {
            (await world.WriteAsync(Given.Child(child, identity))).Succeeded.ShouldBeTrue();
            return;
        }

        var write = new ChildWrite { Child = child, ExpectedVersion = record.Version };
        write = what switch
        {
            0 => write with { State = RecordState.Archived },
            1 => write with { State = RecordState.Active },
            2 => write with { Whereabouts = new(new LastKnownAddress(new Address(["1"], null, "LS1 4AP")), Given.From()) },
            3 => write with { Whereabouts = new(new NoneKnown(), Given.From()) },
            _ => write with { Identity = identity with { DirectoryNumber = record.Identity!.DirectoryNumber, OtherNames = what == 4 ? [new(new OtherName(OtherNameKind.Former, record.Identity.Name.Value), Given.From())] : [] } },
        };
        world.Shields.Levels[child] = what switch { 5 => ShieldLevel.Masked, 6 => ShieldLevel.Concealed, _ => ShieldLevel.None };
        (await world.WriteAsync(write)).Succeeded.ShouldBeTrue();
    }

    private static IEnumerable<IndexQuery> Queries() =>
        from family in Families
        from given in Givens
        from postcode in new[] { "M6 5AA", "LS1 4AP" }
        select new IndexQuery { Family = family, Given = given, Postcode = Matching.Identifiers.Postcode.TryParse(postcode, out var code, out _) ? code : null };

    private static string Describe(IChildIndex index, IndexQuery query) =>
        string.Join(';', index.Find(query, 64, out _).Select(hit => $"{hit.Key:N} {hit.Score.Units} {hit.NameKind} {string.Join(',', hit.Why)}"));
}
