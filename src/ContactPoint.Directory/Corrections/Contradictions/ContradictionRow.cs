using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Corrections.Contradictions;

/// <summary>A source that says otherwise than a steward's correction (FED-8): one for a child, field and source. What it says stands under seal.</summary>
internal sealed class ContradictionRow : IChildOwned
{
    public Guid ContradictionId { get; set; }

    public Guid ChildKey { get; set; }

    public CorrectedField Field { get; set; }

    public Guid Source { get; set; }

    public ContradictionState State { get; set; }

    public DateTimeOffset Since { get; set; }

    public required byte[] SaidSealed { get; set; }
}

internal sealed class ContradictionRowConfiguration : IEntityTypeConfiguration<ContradictionRow>
{
    public void Configure(EntityTypeBuilder<ContradictionRow> builder)
    {
        builder.ToTable("feed_contradiction");
        builder.HasKey(row => row.ContradictionId);
        builder.Property(row => row.ContradictionId).ValueGeneratedNever();
        builder.Property(row => row.SaidSealed).HasColumnName("said_sealed");
        builder.HasIndex(row => new { row.ChildKey, row.Field, row.Source }).IsUnique();
        builder.HasOne<ChildRow>().WithMany().HasForeignKey(row => row.ChildKey).OnDelete(DeleteBehavior.Cascade);
    }
}
