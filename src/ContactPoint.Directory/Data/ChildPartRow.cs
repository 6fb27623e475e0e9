using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Data;

/// <summary>One state of one part of a child, sealed. A new state supersedes the one before, which stays as history (REC-9).</summary>
internal sealed class ChildPartRow : IChildOwned
{
    public Guid ChildKey { get; set; }

    public Guid PartId { get; set; }

    public required string Part { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Null while current.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    public required byte[] DocumentSealed { get; set; }
}

internal sealed class ChildPartRowConfiguration : IEntityTypeConfiguration<ChildPartRow>
{
    public void Configure(EntityTypeBuilder<ChildPartRow> builder)
    {
        builder.ToTable("child_part");
        builder.HasKey(row => new { row.ChildKey, row.PartId });
        builder.Property(row => row.Part).HasMaxLength(40).IsUnicode(false);
        builder.HasIndex(row => new { row.ChildKey, row.Part }).IsUnique().HasFilter("superseded_at IS NULL");
        builder.HasOne<ChildRow>().WithMany().HasForeignKey(row => row.ChildKey).OnDelete(DeleteBehavior.Restrict);
    }
}
