using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Tests.Children;

public sealed class SecondNetTests
{
    [Fact]
    [Trait("Invariant", "I-25")]
    public async Task Lease_WithoutAPass_YieldsNoRowOfAnyChild()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());

        (await CountAsync(world, DisclosureScope.None)).ShouldBe((0, 0, 0, 0, 0));
    }

    [Fact]
    [Trait("Invariant", "I-25")]
    public async Task Lease_WithTheGatesTicketOfNobody_YieldsNoRow()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        var other = await world.AddAsync(Given.Child(identity: Given.Identity("Else", "Somebody")));
        var view = await (await world.PersonAsync()).OpenAsync(other);

        var (children, parts, identifiers, involvements, changes) = await CountAsync(world, DisclosureScope.For(view.Pass));

        (children, changes).ShouldBe((1, 1));
        (parts, identifiers, involvements).ShouldBe((2, 2, 2));
    }

    [Fact]
    public async Task EveryTableThatBelongsToAChild_CarriesTheFilter()
    {
        await using var world = await World.StartAsync();
        var unfiltered = await world.Get<IUnitOfWorkFactory>().ReadAsync(unit => ValueTask.FromResult(
            unit.Lease<DirectoryContext>(DisclosureScope.None).Model.GetEntityTypes()
                .Where(entity => entity.GetProperties().Any(property => property.GetColumnName() == "child_id"))
                .Where(entity => entity.FindDeclaredQueryFilter(OwnedContext.RecordFilter) is null).Select(entity => entity.GetTableName()).ToList()));

        unfiltered.ShouldBeEmpty();
    }

    private static Task<(int Children, int Parts, int Identifiers, int Involvements, int Changes)> CountAsync(World world, DisclosureScope scope) =>
        world.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
        {
            var context = unit.Lease<DirectoryContext>(scope);
            return (await context.Set<ChildRow>().CountAsync(), await context.Set<ChildPartRow>().CountAsync(), await context.Set<IdentifierRow>().CountAsync(),
                await context.Set<InvolvementRow>().CountAsync(), await context.Set<ChildChangeRow>().CountAsync());
        });
}
