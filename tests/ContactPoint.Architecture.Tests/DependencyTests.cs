namespace ContactPoint.Architecture.Tests;

/// <summary>Who may refer to whom (docs/architecture.md). Each rule is one line; the last test shows that a breach is seen.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ContactPoint.Sdk"] = [],
        ["ContactPoint.Ledger"] = [],
        ["ContactPoint.Matching"] = [],
        ["ContactPoint.Ui"] = [],
        ["ContactPoint.Kernel"] = ["ContactPoint.Sdk", "ContactPoint.Ledger"],
        ["ContactPoint.Directory"] = ["ContactPoint.Sdk", "ContactPoint.Matching"],
        ["ContactPoint.Demo"] = ["ContactPoint.Sdk", "ContactPoint.Matching", "ContactPoint.Kernel", "ContactPoint.Directory"],
        ["ContactPoint.Synthetic"] = ["ContactPoint.Matching"],
        ["ContactPoint.Shell"] = ["ContactPoint.Sdk", "ContactPoint.Ui", "ContactPoint.Kernel", "ContactPoint.Directory", "ContactPoint.Demo"],
    };

    public static TheoryData<string> Product => [.. House.Product];

    [Theory, Trait("Invariant", "I-25")]
    [MemberData(nameof(Product))]
    public void AnAssembly_RefersOnlyToWhatTheHouseAllows(string assembly) => Breaches(House.PathOf(assembly), Allowed[assembly]).ShouldBeEmpty();

    [Theory]
    [InlineData("ContactPoint.Sdk", "MudBlazor")]
    [InlineData("ContactPoint.Sdk", "Microsoft.AspNetCore.Identity.EntityFrameworkCore")]
    [InlineData("ContactPoint.Sdk", "Microsoft.Data.Sqlite")]
    [InlineData("ContactPoint.Sdk", "Microsoft.Data.SqlClient")]
    [InlineData("ContactPoint.Matching", "Microsoft.EntityFrameworkCore")]
    [InlineData("ContactPoint.Synthetic", "Microsoft.EntityFrameworkCore")]
    [InlineData("ContactPoint.Ledger", "Microsoft.EntityFrameworkCore")]
    [InlineData("ContactPoint.Ui", "Microsoft.EntityFrameworkCore")]
    [InlineData("ContactPoint.Shell", "Microsoft.Data.Sqlite")]
    [InlineData("ContactPoint.Shell", "Microsoft.Data.SqlClient")]
    public void APureOrOuterAssembly_DoesNotKnow(string assembly, string forbidden) => House.References(House.PathOf(assembly)).ShouldNotContain(forbidden);

    [Fact]
    public void ABreach_IsSeen() => Breaches(House.PathOf("ContactPoint.Kernel"), ["ContactPoint.Sdk"]).ShouldBe(["ContactPoint.Ledger"]);

    private static IEnumerable<string> Breaches(string path, string[] allowed) =>
        House.References(path).Where(name => name.StartsWith("ContactPoint.", StringComparison.Ordinal) && !allowed.Contains(name));
}
