using ContactPoint.Sdk.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>A run of a file. Names no child.</summary>
internal sealed class FeedRunRow
{
    public Guid RunId { get; set; }

    public Guid Source { get; set; }

    /// <summary>Key of the format.</summary>
    public required string Format { get; set; }

    /// <summary>Key of the profile, where one is used; <c>@xml</c> of an XML file, which is kept as its transcript.</summary>
    public string? Profile { get; set; }

    public FeedSemantics Semantics { get; set; }

    public required string FileName { get; set; }

    /// <summary>Keyed hash of source, day and bytes: tells the same file again.</summary>
    public required byte[] FileMark { get; set; }

    public long FileBytes { get; set; }

    public DateOnly AsAt { get; set; }

    public Guid RequestedBy { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Last sign of life of whoever applies it.</summary>
    public DateTimeOffset? BeatAt { get; set; }

    public FeedRunState State { get; set; }

    /// <summary>Who applies it now: each taking up makes a new one, and whoever held it before stops at the next batch.</summary>
    public Guid Runner { get; set; }

    /// <summary>Whether the queue applies it.</summary>
    public bool IsBackground { get; set; }

    public bool IsApproved { get; set; }

    /// <summary>Whether the file passed its checks and applying has begun: not asked again when the run is taken up.</summary>
    public bool IsChecked { get; set; }

    public string? ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    public bool HoldsBackEndings { get; set; }

    public int Rows { get; set; }

    public int Processed { get; set; }

    public int Applied { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Held rows count as what they are seen as, here and in the others: which is which stands under seal in the verdicts.</summary>
    public int Created { get; set; }

    public int Queued { get; set; }

    public int Rejected { get; set; }

    public int Ended { get; set; }

    public int? WouldChange { get; set; }

    public int? WouldEnd { get; set; }

    public int? PreviousRows { get; set; }
}

internal sealed class FeedRunRowConfiguration : IEntityTypeConfiguration<FeedRunRow>
{
    public void Configure(EntityTypeBuilder<FeedRunRow> builder)
    {
        builder.ToTable("feed_run");
        builder.HasKey(row => row.RunId);
        builder.Property(row => row.RunId).ValueGeneratedNever();
        builder.Property(row => row.FileName).HasMaxLength(100);
        builder.Property(row => row.Format).HasMaxLength(60).IsUnicode(false).HasDefaultValue("education.roll");
        builder.Property(row => row.Profile).HasMaxLength(40).IsUnicode(false);
        builder.Property(row => row.FileMark).HasMaxLength(16).IsFixedLength();
        builder.Property(row => row.ErrorCode).HasMaxLength(40).IsUnicode(false);
        builder.Property(row => row.ErrorMessage).HasMaxLength(1000);
        builder.HasIndex(row => new { row.Source, row.FileMark });
        builder.HasIndex(row => row.ReceivedAt);
        builder.HasIndex(row => row.State).HasFilter("finished_at IS NULL");
    }
}
