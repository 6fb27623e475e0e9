using ContactPoint.Directory.Children;
using ContactPoint.Directory.Search;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Tests.Search;

public sealed class ApartIndexTests
{
    private static readonly IndexQuery Osborne = new() { Family = "Osborne", Given = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) };

    [Theory]
    [InlineData(RecordState.Provisional, ShieldLevel.None)]
    [InlineData(RecordState.Active, ShieldLevel.Concealed)]
    [Trait("Invariant", "I-01")]
    [Trait("Invariant", "I-08")]
    public async Task Find_WithAndWithoutWhoLiesApart_ScoresOthersTheSame(RecordState state, ShieldLevel level)
    {
        var found = new List<string>();
        foreach (var exists in new[] { true, false })
        {
            await using var world = await World.StartAsync();
            for (var i = 0; i < 4; i++) await world.AddAsync(Given.Child(new ChildId(new Guid(i, 1, 1, new byte[8])), Given.Identity(i < 2 ? "Osborne" : "Okafor")));
            if (exists)
            {
                var child = Given.NewChild();
                world.Shields.Levels[child] = level;
                await world.AddAsync(Given.Child(child) with { State = state, Supplier = state == RecordState.Provisional ? World.Practice : null });
            }

            var hits = world.Get<IChildIndex>().Find(Osborne, 64, out var scorer);
            found.Add($"{scorer.Population}: {string.Join(", ", hits.Select(hit => $"{hit.Key:N} {hit.Score.Bits:R}"))}");
        }

        found[0].ShouldBe(found[1]);
    }

    [Fact]
    [Trait("Invariant", "I-08")]
    public async Task CatchUp_AfterARecordCeasedToLieApart_HoldsItInTheOrdinaryIndexAlone()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child() with { State = RecordState.Provisional, Supplier = World.School });
        var index = world.Get<IChildIndex>();
        index.Find(Osborne, 64, out var before).ShouldBeEmpty();
        index.FindApart(Apart.Provisional, Osborne, 64, before).ShouldHaveSingleItem();

        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = 1, State = RecordState.Active })).Succeeded.ShouldBeTrue();
        await index.CatchUpAsync();

        index.Find(Osborne, 64, out var after).ShouldHaveSingleItem();
        index.FindApart(Apart.Provisional, Osborne, 64, after).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Invariant", "I-08")]
    public async Task Build_FromADatabaseThatHasThem_FindsWhomAFollowerFinds()
    {
        await using var world = await World.StartAsync();
        var shielded = Given.NewChild();
        world.Shields.Levels[shielded] = ShieldLevel.Masked;
        await world.WriteAsync(Given.Child(shielded));
        await world.WriteAsync(Given.Child() with { State = RecordState.Provisional, Supplier = World.School });
        await world.WriteAsync(Given.Child());

        var index = world.Get<IChildIndex>();
        await index.CatchUpAsync();

        index.Find(Osborne, 64, out var scorer).Count.ShouldBe(2);
        index.FindApart(Apart.Shielded, Osborne, 64, scorer).ShouldHaveSingleItem().Key.ShouldBe(shielded.Value);
        index.FindApart(Apart.Provisional, Osborne, 64, scorer).ShouldHaveSingleItem();
    }
}
