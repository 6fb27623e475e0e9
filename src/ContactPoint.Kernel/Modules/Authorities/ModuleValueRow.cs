using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>What a local authority set: a switch under the module's key, a setting under its own.</summary>
internal sealed class ModuleValueRow
{
    public string Authority { get; init; } = "";

    public string Name { get; init; } = "";

    public string Value { get; init; } = "";
}

internal sealed class ModuleValueConfiguration : IEntityTypeConfiguration<ModuleValueRow>
{
    public void Configure(EntityTypeBuilder<ModuleValueRow> builder)
    {
        builder.ToTable("module_value");
        builder.HasKey(row => new { row.Authority, row.Name });
        builder.Property(row => row.Authority).HasColumnName("authority").HasMaxLength(3).IsUnicode(false);
        builder.Property(row => row.Name).HasColumnName("name").HasMaxLength(60).IsUnicode(false);
        builder.Property(row => row.Value).HasColumnName("value").HasMaxLength(LocalSettings.LongestText);
    }
}
