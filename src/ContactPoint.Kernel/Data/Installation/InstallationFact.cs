using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Data.Installation;

/// <summary>A fact about this database as a whole, written once.</summary>
internal sealed class InstallationFact
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}

internal sealed class InstallationFactConfiguration : IEntityTypeConfiguration<InstallationFact>
{
    public void Configure(EntityTypeBuilder<InstallationFact> builder)
    {
        builder.ToTable("installation");
        builder.HasKey(fact => fact.Name);
        builder.Property(fact => fact.Name).HasColumnName("name").HasMaxLength(60);
        builder.Property(fact => fact.Value).HasColumnName("value").HasMaxLength(400);
    }
}
