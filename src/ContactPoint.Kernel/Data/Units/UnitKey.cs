using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>Tells whether a unit whose commit's answer was lost did commit (SQL Server). Swept after a day.</summary>
internal sealed class UnitKey
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class UnitKeyConfiguration : IEntityTypeConfiguration<UnitKey>
{
    public void Configure(EntityTypeBuilder<UnitKey> builder)
    {
        builder.ToTable("unit_key");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.At).HasColumnName("at");
    }
}
