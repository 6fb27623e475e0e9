using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>What a source's last file says, row by row, as keyed hashes, and the child that each row stands for.</summary>
internal sealed class SuppliedRow : IChildOwned
{
    public Guid Source { get; set; }

    /// <summary>Key of the format: a source's files of different kinds know nothing of each other.</summary>
    public required string Format { get; set; }

    /// <summary>Who the row is about, in the source's own terms.</summary>
    public required byte[] RowKey { get; set; }

    /// <summary>What it says.</summary>
    public required byte[] Content { get; set; }

    /// <summary>The child; empty while a steward has not decided.</summary>
    public Guid ChildKey { get; set; }

    /// <summary>The run in which it last said something new.</summary>
    public Guid ChangedRun { get; set; }
}

internal sealed class SuppliedRowConfiguration : IEntityTypeConfiguration<SuppliedRow>
{
    public void Configure(EntityTypeBuilder<SuppliedRow> builder)
    {
        builder.ToTable("feed_source_row");
        builder.HasKey(row => new { row.Source, row.Format, row.RowKey });
        builder.Property(row => row.Format).HasMaxLength(60).IsUnicode(false).HasDefaultValue("education.roll");
        builder.Property(row => row.RowKey).HasMaxLength(16).IsFixedLength();
        builder.Property(row => row.Content).HasMaxLength(16).IsFixedLength();
        builder.HasIndex(row => row.ChildKey);
    }
}
