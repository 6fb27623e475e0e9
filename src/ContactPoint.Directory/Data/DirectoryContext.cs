using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Data;

/// <summary>The directory's own tables: children, organisations, involvements, feeds. Leased inside the directory only.</summary>
/// <param name="options">Provider options.</param>
/// <param name="scope">The children whose rows may be read.</param>
public abstract class DirectoryContext(DbContextOptions options, DisclosureScope scope) : OwnedContext(options, scope)
{
    /// <summary>Schema or table prefix of the directory.</summary>
    public const string OwnerName = "directory";

    /// <inheritdoc/>
    protected override string Owner => OwnerName;

    /// <inheritdoc/>
    protected override void Build(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DirectoryContext).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(property.Name == nameof(IChildOwned.ChildKey) ? "child_id" : SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? string.Empty : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
