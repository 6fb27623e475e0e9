using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Feeds.Queue.Rows;

/// <summary>A child whom a row does not mean, by a steward's word: not proposed for it again.</summary>
internal sealed class KeptApartRow : IChildOwned
{
    public Guid Source { get; set; }

    /// <summary>Key of the format: the same row of another kind of file is another row.</summary>
    public required string Format { get; set; }

    public required byte[] RowKey { get; set; }

    public Guid ChildKey { get; set; }

    public Guid DecisionId { get; set; }
}

internal sealed class KeptApartRowConfiguration : IEntityTypeConfiguration<KeptApartRow>
{
    public void Configure(EntityTypeBuilder<KeptApartRow> builder)
    {
        builder.ToTable("feed_kept_apart");
        builder.HasKey(row => new { row.Source, row.Format, row.RowKey, row.ChildKey });
        builder.Property(row => row.Format).HasMaxLength(60).IsUnicode(false);
        builder.Property(row => row.RowKey).HasMaxLength(16).IsFixedLength();
        builder.HasIndex(row => row.ChildKey);
        builder.HasIndex(row => row.DecisionId);
    }
}
