using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Tests.Children;

public sealed class ProvenanceTests
{
    [Fact]
    [Trait("Rule", "REC-9")]
    public async Task Open_APartFromASourceThatIsNotShown_SaysNothingOfItsOrigin()
    {
        await using var world = await World.StartAsync();
        var hidden = Guid.NewGuid();
        var child = await world.AddAsync(Given.Child() with { Whereabouts = new(new NoneKnown(), Given.From(hidden, SourceKind.ChildHealth)) });

        var view = await (await world.PersonAsync()).OpenAsync(child);

        view.Whereabouts.ShouldNotBeNull();
        view.Whereabouts.Value.Origin.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "REC-9")]
    public async Task Open_APartFromTheSchoolThatIsShown_SaysWhichRollAndDay()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());

        var view = await (await world.PersonAsync()).OpenAsync(child);

        view.Whereabouts!.Value.Origin!.Text.ShouldBe("from the school roll of 2 November 2026");
    }

    [Fact]
    [Trait("Rule", "REC-9")]
    public async Task Open_ByTheHiddenSourceItself_SaysTheOrigin()
    {
        await using var world = await World.StartAsync();
        var source = Guid.NewGuid();
        var child = await world.AddAsync(Given.Child() with { Whereabouts = new(new NoneKnown(), Given.From(source, SourceKind.ChildHealth)) });

        var view = await (await world.PersonAsync(organisation: source)).OpenAsync(child);

        view.Whereabouts!.Value.Origin!.Kind.ShouldBe(SourceKind.ChildHealth);
    }

    [Fact]
    [Trait("Rule", "REC-9")]
    public async Task Write_ANewState_KeepsTheOneBeforeAsHistory()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var first = await world.ReadAsync(child);

        (await world.WriteAsync(new ChildWrite
        {
            Child = child,
            ExpectedVersion = first.Version,
            Whereabouts = new(new NoneKnown(), Given.From()),
            Identity = first.Identity! with { Name = new(new PersonName("Newname", "Jayden"), Given.From()) },
        })).Value.ShouldBe(first.Version + 1);

        var second = await world.ReadAsync(child);
        second.Whereabouts!.Value.ShouldBe(new NoneKnown());
        second.Whereabouts.From.ReceivedAt.ShouldBe(Given.From().ReceivedAt);
        second.Identity!.Name.Value.Family.ShouldBe("Newname");
        var kept = await world.JobAsync(async (pass, unit) =>
            await unit.Lease<DirectoryContext>(DisclosureScope.For(pass)).Set<ChildPartRow>().Where(row => row.SupersededAt != null).ToListAsync());
        kept.Select(row => row.Part).ShouldBe(["identity", "whereabouts"], ignoreOrder: true);
        var documents = world.Get<SealedDocuments>();
        var before = kept.Single(row => row.Part == "identity");
        documents.Open(DirectoryPurposes.Part("identity"), before.PartId, before.DocumentSealed, DocumentTypes.Default.IdentityDocument)!.Name.Value.Family.ShouldBe("Osborne");
    }
}
