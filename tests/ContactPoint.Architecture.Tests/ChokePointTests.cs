using System.Reflection;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ContactPoint.Architecture.Tests;

/// <summary>There is one way to a child, and the types leave no other.</summary>
public sealed class ChokePointTests
{
    [Theory, Trait("Invariant", "I-25"), Trait("Invariant", "I-49")]
    [InlineData(typeof(CallerContext))]
    [InlineData(typeof(RecordPass))]
    [InlineData(typeof(SearchPass))]
    [InlineData(typeof(FactsPass))]
    [InlineData(typeof(RowsPass))]
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
        using var directory = Model("ContactPoint.Directory.Data.SqliteDirectoryContext, ContactPoint.Directory");
        using var kernel = Model("ContactPoint.Kernel.Data.SqliteKernelContext, ContactPoint.Kernel");

        ChildEntities(directory).Count().ShouldBeGreaterThan(5);
        Unfiltered(directory).Concat(Unfiltered(kernel)).ShouldBeEmpty();
    }

    [Fact]
    public void AnUnfilteredEntity_IsSeen()
    {
        using var forgetful = new ForgetfulContext(Options, DisclosureScope.None);

        Unfiltered(forgetful).ShouldBe([nameof(ForgottenRow)]);
    }

    // Prepared statements go past the record filter: each owner's stay in its own house.
    [Theory, Trait("Invariant", "I-25")]
    [InlineData("ContactPoint.Directory", "$kernel.")]
    [InlineData("ContactPoint.Kernel", "$directory.")]
    [InlineData("ContactPoint.Sdk", "$directory.")]
    [InlineData("ContactPoint.Sdk", "$kernel.")]
    [InlineData("ContactPoint.Shell", "$directory.")]
    [InlineData("ContactPoint.Shell", "$kernel.")]
    [InlineData("ContactPoint.Demo", "$directory.")]
    [InlineData("ContactPoint.Demo", "$kernel.")]
    public void NobodyButItsOwner_NamesATable(string assembly, string tables) => Naming(assembly, tables).ShouldBeEmpty();

    [Fact]
    public void ANamedTable_IsSeen() => Naming("ContactPoint.Directory", "$directory.").ShouldNotBeEmpty();

    [Fact, Trait("Invariant", "I-35")]
    public void NoPage_KeepsStateInTheBrowserOrTheDocument()
    {
        Keepers(House.Load("ContactPoint.Shell")).ShouldBeEmpty();
        Keepers(House.Load("ContactPoint.Ui")).ShouldBeEmpty();
    }

    [Fact]
    public void APageThatKeepsState_IsSeen() => Keepers(typeof(ChokePointTests).Assembly).ShouldBe([nameof(HoardingPage)]);

    private static IEnumerable<string> Naming(string assembly, string tables) => House.Texts(House.PathOf(assembly)).Where(text => text.Contains(tables, StringComparison.Ordinal));

    private static IEnumerable<string> Keepers(Assembly assembly) => assembly.GetTypes()
        .Where(type => typeof(ComponentBase).IsAssignableFrom(type))
        .Where(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(property => property.GetCustomAttribute<PersistentStateAttribute>() is not null))
        .Select(type => type.Name);

    private static DbContextOptions Options => new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options;

    private static OwnedContext Model(string type) => (OwnedContext)Activator.CreateInstance(Type.GetType(type, throwOnError: true)!, Options, DisclosureScope.None)!;

    // The audit trail's "child" is a pseudonym, not a child's id.
    private static IEnumerable<IEntityType> ChildEntities(OwnedContext context) =>
        context.Model.GetEntityTypes().Where(entity => entity.GetProperties().Any(property => property.Name is "ChildId" or nameof(IChildOwned.ChildKey)));

    private static IEnumerable<string> Unfiltered(OwnedContext context) =>
        ChildEntities(context).Where(entity => entity.FindDeclaredQueryFilter(OwnedContext.RecordFilter) is null).Select(entity => entity.ClrType.Name);

    private static ConstructorInfo[] PublicConstructors(Type type) => type.GetConstructors(BindingFlags.Public | BindingFlags.Instance);

    private static string[] Friends(string assembly) =>
        [.. House.Load(assembly).GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName)];

    /// <summary>The breaches that the tests above must see.</summary>
    private sealed class ForgottenRow
    {
        public Guid Id { get; init; }

        public Guid ChildId { get; init; }
    }

    private sealed class ForgetfulContext(DbContextOptions options, DisclosureScope scope) : OwnedContext(options, scope)
    {
        protected override string Owner => "forgetful";

        protected override void Build(ModelBuilder modelBuilder) => modelBuilder.Entity<ForgottenRow>();
    }

    private sealed class HoardingPage : ComponentBase
    {
        [PersistentState]
        public string? Name { get; set; }
    }
}
