using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Modules.Jobs;

/// <summary>The last run of a module's job. Whoever moves the row to the next occasion runs it: one node does.</summary>
internal sealed class ModuleJobRow
{
    public string Key { get; init; } = "";

    /// <summary>The occasion that was run for.</summary>
    public DateTimeOffset Occasion { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs, or when its node ended with it.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public ModuleJobOutcome Outcome { get; init; }
}

internal sealed class ModuleJobConfiguration : IEntityTypeConfiguration<ModuleJobRow>
{
    public void Configure(EntityTypeBuilder<ModuleJobRow> builder)
    {
        builder.ToTable("module_job");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasColumnName("key").HasMaxLength(60).IsUnicode(false);
        builder.Property(row => row.Occasion).HasColumnName("occasion");
        builder.Property(row => row.StartedAt).HasColumnName("started_at");
        builder.Property(row => row.EndedAt).HasColumnName("ended_at");
        builder.Property(row => row.Outcome).HasColumnName("outcome");
    }
}
