using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Data;

/// <summary>That a child was written. The search index of every node follows this table; the sequence never leaves the process.</summary>
internal sealed class ChildChangeRow : IChildOwned
{
    public long Sequence { get; set; }

    public Guid ChildKey { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class ChildChangeRowConfiguration : IEntityTypeConfiguration<ChildChangeRow>
{
    public void Configure(EntityTypeBuilder<ChildChangeRow> builder)
    {
        builder.ToTable("child_change");
        builder.HasKey(row => row.Sequence);
        builder.Property(row => row.Sequence).ValueGeneratedOnAdd();
    }
}
