using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>A change that was made. Insert-only; what took two people names both.</summary>
internal sealed class ModuleChangeRow
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public string Authority { get; init; } = "";

    public string Name { get; init; } = "";

    public string Before { get; init; } = "";

    public string After { get; init; } = "";

    public Guid ChangedBy { get; init; }

    public Guid? ConfirmedBy { get; init; }
}

internal sealed class ModuleChangeConfiguration : IEntityTypeConfiguration<ModuleChangeRow>
{
    public void Configure(EntityTypeBuilder<ModuleChangeRow> builder)
    {
        builder.ToTable("module_change");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Authority, row.At });
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.At).HasColumnName("at");
        builder.Property(row => row.Authority).HasColumnName("authority").HasMaxLength(3).IsUnicode(false);
        builder.Property(row => row.Name).HasColumnName("name").HasMaxLength(60).IsUnicode(false);
        builder.Property(row => row.Before).HasColumnName("before").HasMaxLength(LocalSettings.LongestText);
        builder.Property(row => row.After).HasColumnName("after").HasMaxLength(LocalSettings.LongestText);
        builder.Property(row => row.ChangedBy).HasColumnName("changed_by");
        builder.Property(row => row.ConfirmedBy).HasColumnName("confirmed_by");
    }
}
