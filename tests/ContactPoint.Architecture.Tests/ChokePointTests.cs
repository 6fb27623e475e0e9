using System.Reflection;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Architecture.Tests;

/// <summary>There is one way to a child, and the types leave no other.</summary>
public sealed class ChokePointTests
{
    [Theory, Trait("Invariant", "I-25"), Trait("Invariant", "I-49")]
    [InlineData(typeof(CallerContext))]
    [InlineData(typeof(RecordPass))]
    [InlineData(typeof(SearchPass))]
    [InlineData(typeof(FactsPass))]
    [InlineData(typeof(JobPass))]
    [InlineData(typeof(Disclosed<string>))]
    [InlineData(typeof(RecordReading))]
    [InlineData(typeof(DisclosureScope))]
    public void AProofOfAccess_HasNoPublicConstructor(Type type) => PublicConstructors(type).ShouldBeEmpty();

    [Fact]
    public void APublicConstructor_IsSeen() => PublicConstructors(typeof(SearchRequest)).ShouldNotBeEmpty();

    [Fact, Trait("Invariant", "I-25")]
    public void TheSdk_ShowsItsInternals_ToTheKernelAlone() => Friends("ContactPoint.Sdk").ShouldBe(["ContactPoint.Kernel"]);

    [Fact]
    public void AFriend_IsSeen() => Friends("ContactPoint.Kernel").ShouldNotBeEmpty();

    [Fact, Trait("Invariant", "I-25")]
    public void PagesAndTheApi_CannotNameAJobPass_AContext_OrAUnitOfWork()
    {
        string[] forbidden = [typeof(JobPass).FullName!, typeof(FactsPass).FullName!, typeof(IUnitOfWork).FullName!, typeof(IUnitOfWorkFactory).FullName!, "Microsoft.EntityFrameworkCore.DbContext"];
        House.MentionedTypes(House.PathOf("ContactPoint.Shell")).Intersect(forbidden).ShouldBeEmpty();
        House.MentionedTypes(House.PathOf("ContactPoint.Ui")).Intersect(forbidden).ShouldBeEmpty();
    }

    [Fact]
    public void AMentionedType_IsSeen() => House.MentionedTypes(House.PathOf("ContactPoint.Kernel")).ShouldContain(typeof(JobPass).FullName!);

    [Fact, Trait("Invariant", "I-25")]
    public void EveryEntityWithAChild_IsUnderTheRecordFilter()
    {
        var unfiltered = ChildEntities(House.Load("ContactPoint.Directory")).Concat(ChildEntities(House.Load("ContactPoint.Kernel")))
            .Where(type => !typeof(IChildOwned).IsAssignableFrom(type)).Select(type => type.Name);
        unfiltered.ShouldBeEmpty();
    }

    [Fact]
    public void AnUnfilteredEntity_IsSeen() => ChildEntities(typeof(ChokePointTests).Assembly).Where(type => !typeof(IChildOwned).IsAssignableFrom(type)).ShouldNotBeEmpty();

    [Fact, Trait("Invariant", "I-35")]
    public void NoPage_KeepsStateInTheBrowserOrTheDocument()
    {
        var keepers = House.Load("ContactPoint.Shell").GetTypes()
            .Where(type => typeof(ComponentBase).IsAssignableFrom(type))
            .Where(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(property => property.GetCustomAttribute<PersistentStateAttribute>() is not null));
        keepers.ShouldBeEmpty();
    }

    private static IEnumerable<Type> ChildEntities(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.Name.EndsWith("Row", StringComparison.Ordinal) && type.IsClass)
            .Where(type => type.GetProperty("ChildId", BindingFlags.Instance | BindingFlags.Public) is { PropertyType: var key } && (key == typeof(Guid) || key == typeof(Guid?)));

    private static ConstructorInfo[] PublicConstructors(Type type) => type.GetConstructors(BindingFlags.Public | BindingFlags.Instance);

    private static string[] Friends(string assembly) =>
        [.. House.Load(assembly).GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName)];

    /// <summary>The breach that the test above must see.</summary>
    private sealed class ForgottenRow
    {
        public Guid ChildId { get; init; }
    }
}
