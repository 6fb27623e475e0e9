using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Modules.Education.Data;

/// <summary>The module's own tables: whom to reach at a school. Nothing of any child.</summary>
public abstract class EducationContext(DbContextOptions options, DisclosureScope scope) : OwnedContext(options, scope)
{
    /// <inheritdoc/>
    protected override string Owner => "education";

    /// <inheritdoc/>
    protected override void Build(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        var contact = modelBuilder.Entity<ContactRow>();
        contact.ToTable("contact");
        contact.HasKey(row => row.ContactId);
        contact.Property(row => row.ContactId).ValueGeneratedNever();
        contact.Property(row => row.Version).IsConcurrencyToken();
        contact.HasIndex(row => new { row.OrganisationId, row.Function }).IsUnique();
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteEducationContext(DbContextOptions options, DisclosureScope scope) : EducationContext(options, scope);

/// <summary>On SQL Server.</summary>
public sealed class SqlServerEducationContext(DbContextOptions options, DisclosureScope scope) : EducationContext(options, scope);
