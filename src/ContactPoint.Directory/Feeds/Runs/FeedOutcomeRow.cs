using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>What became of one row of a run. Carries no child and no value of the file.</summary>
internal sealed class FeedOutcomeRow
{
    public Guid RunId { get; set; }

    public int Line { get; set; }

    /// <summary>As a steward without clearance sees it: a held row stands as what it would be without the shielded child (SHD-6).</summary>
    public FeedOutcome Outcome { get; set; }

    public SourceOutcome Told { get; set; }

    public string? Code { get; set; }

    public string? Field { get; set; }

    public string? WhatToDo { get; set; }
}

internal sealed class FeedOutcomeRowConfiguration : IEntityTypeConfiguration<FeedOutcomeRow>
{
    public void Configure(EntityTypeBuilder<FeedOutcomeRow> builder)
    {
        builder.ToTable("feed_row");
        builder.HasKey(row => new { row.RunId, row.Line });
        builder.Property(row => row.Code).HasMaxLength(40).IsUnicode(false);
        builder.Property(row => row.Field).HasMaxLength(40).IsUnicode(false);
        builder.Property(row => row.WhatToDo).HasMaxLength(300).IsUnicode(false);
        builder.HasOne<FeedRunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
