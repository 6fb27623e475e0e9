using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Tests.Children;

public sealed class ConcurrencyTests
{
    [Fact]
    [Trait("Invariant", "I-43")]
    public async Task Write_FromAVersionThatHasMovedOn_IsRefusedAndChangesNothing()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var version = (await world.ReadAsync(child)).Version;
        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = version, Education = EducationStatus.MissingEducation })).Succeeded.ShouldBeTrue();

        var late = await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = version, Education = EducationStatus.ElectiveHomeEducation, Whereabouts = new(new NoneKnown(), Given.From()) });

        late.Error.ShouldBe(ChildErrors.Moved);
        var record = await world.ReadAsync(child);
        record.Education.ShouldBe(EducationStatus.MissingEducation);
        record.Whereabouts!.Value.ShouldBeOfType<CurrentAddress>();
    }

    [Fact]
    [Trait("Invariant", "I-43")]
    public async Task Write_ByEightAtOnceFromOneVersion_SucceedsExactlyOnceEachRound()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        for (var round = 1; round <= 20; round++)
        {
            var version = (await world.ReadAsync(child)).Version;
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
                Task.Run(() => world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = version, Whereabouts = new(new NoneKnown(), Given.From()) }))));
            outcomes.Count(outcome => outcome.Succeeded).ShouldBe(1);
            (await world.ReadAsync(child)).Version.ShouldBe(version + 1);
        }
    }

    [Fact]
    public async Task Create_AChildThatIsThere_IsRefused()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());

        (await world.WriteAsync(Given.Child(child))).Error.ShouldBe(ChildErrors.Moved);
    }

    [Fact]
    [Trait("Invariant", "I-05")]
    public async Task Create_AChildWithTheNumberOfAnother_IsTheOrdinarySuccess()
    {
        await using var world = await World.StartAsync();
        var first = await world.AddAsync(Given.Child());
        var second = await world.AddAsync(Given.Child());

        var found = await world.JobAsync((pass, unit) => world.Get<IChildReader>().FindByIdentifierAsync(pass, IdentifierSchemes.Upn, Given.Upn.ToLowerInvariant(), null, unit));

        found.ShouldBe([first, second], ignoreOrder: true);
    }

    [Fact]
    public async Task Write_UnderAPassThatHasEnded_IsRefused()
    {
        await using var world = await World.StartAsync();
        var outcome = await world.JobAsync((pass, unit) =>
        {
            world.Host.Clock.Advance(TimeSpan.FromMinutes(16));
            return world.Get<IChildWriter>().WriteAsync(pass, Given.Child(), unit);
        });

        outcome.Succeeded.ShouldBeFalse();
    }
}
