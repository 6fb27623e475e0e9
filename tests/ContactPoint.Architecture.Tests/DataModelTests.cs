using System.Text.RegularExpressions;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Architecture.Tests;

/// <summary>docs/data-model.md names every table of both owners, and none that is not there.</summary>
public sealed partial class DataModelTests
{
    private const string Document = "data-model.md";

    [Theory]
    [InlineData("kernel", "ContactPoint.Kernel.Data.SqliteKernelContext, ContactPoint.Kernel")]
    [InlineData("directory", "ContactPoint.Directory.Data.SqliteDirectoryContext, ContactPoint.Directory")]
    public void TheDocument_NamesEveryTable_AndNoOther(string owner, string context)
    {
        var named = TablesNamed(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Document)), owner);
        named.ShouldBe(TablesOf(owner, context), ignoreOrder: true);
        named.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void ATableThatIsLeftOut_IsSeen()
    {
        const string text = """
            ## kernel
            | Table | Holds |
            |---|---|
            | `session`, `token` | the `revocation` of a session |

            ## directory
            | `child` | |
            """;
        TablesNamed(text, "kernel").ShouldBe(["session", "token"], ignoreOrder: true);
        TablesNamed(text, "directory").ShouldBe(["child"]);
    }

    private static List<string> TablesOf(string owner, string type)
    {
        var options = new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options;
        using var context = (OwnedContext)Activator.CreateInstance(Type.GetType(type, throwOnError: true)!, options, DisclosureScope.None)!;
        return [.. context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().Select(table => table[(owner.Length + 1)..])];
    }

    // The first cell of each row of the owner's section.
    private static IReadOnlySet<string> TablesNamed(string text, string owner)
    {
        var section = text.ReplaceLineEndings("\n").Split("\n## ").Single(part => part.TrimStart('#', ' ').StartsWith(owner + "\n", StringComparison.Ordinal));
        return section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Name().Matches(line.Split('|')[1])).Select(match => match.Groups[1].Value).ToHashSet();
    }

    [GeneratedRegex("`([a-z_]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
