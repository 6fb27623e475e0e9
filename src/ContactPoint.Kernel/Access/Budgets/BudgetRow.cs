using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Access.Budgets;

/// <summary>What a user has used of a limit in one window. Swept when the window is a day old.</summary>
internal sealed class BudgetRow
{
    public Guid UserId { get; init; }

    public int Kind { get; init; }

    /// <summary>The period: whole hours (searches an hour) or days since 1970, UTC.</summary>
    public long Period { get; init; }

    public int Used { get; init; }
}

/// <summary>A child that a user opened, or tried to, on a day. The child is a keyed hash.</summary>
internal sealed class DistinctChildRow
{
    public Guid UserId { get; init; }

    public long Day { get; init; }

    public byte[] ChildHash { get; init; } = [];
}

internal sealed class BudgetConfiguration : IEntityTypeConfiguration<BudgetRow>
{
    public void Configure(EntityTypeBuilder<BudgetRow> builder)
    {
        builder.ToTable("budget");
        builder.HasKey(row => new { row.UserId, row.Kind, row.Period });
        builder.Property(row => row.UserId).HasColumnName("user_id");
        builder.Property(row => row.Kind).HasColumnName("kind");
        builder.Property(row => row.Period).HasColumnName("period");
        builder.Property(row => row.Used).HasColumnName("used");
    }
}

internal sealed class DistinctChildConfiguration : IEntityTypeConfiguration<DistinctChildRow>
{
    public void Configure(EntityTypeBuilder<DistinctChildRow> builder)
    {
        builder.ToTable("budget_child");
        builder.HasKey(row => new { row.UserId, row.Day, row.ChildHash });
        builder.Property(row => row.UserId).HasColumnName("user_id");
        builder.Property(row => row.Day).HasColumnName("day");
        builder.Property(row => row.ChildHash).HasColumnName("child_hash").HasMaxLength(16).IsFixedLength();
    }
}
