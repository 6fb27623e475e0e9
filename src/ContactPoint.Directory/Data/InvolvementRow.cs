using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Data;

/// <summary>An involvement: references only, so that rosters can be read without opening anything.</summary>
internal sealed class InvolvementRow : IChildOwned
{
    public Guid ChildKey { get; set; }

    public Guid InvolvementId { get; set; }

    public required string Service { get; set; }

    public Guid OrganisationId { get; set; }

    public Guid? PractitionerId { get; set; }

    public DateOnly StartDate { get; set; }

    public DateOnly? EndDate { get; set; }

    /// <summary>Null while nobody but the person concerned says so (INV-1).</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Reserved for sensitive services (CON): such a row is shown by nothing in this version.</summary>
    public bool IsSensitive { get; set; }

    public SourceKind SourceKind { get; set; }

    public Guid SourceId { get; set; }

    public Guid? FeedRun { get; set; }

    public DateOnly AsAt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public Provenance From => new() { Kind = SourceKind, Source = SourceId, FeedRun = FeedRun, AsAt = AsAt, ReceivedAt = ReceivedAt };
}

internal sealed class InvolvementRowConfiguration : IEntityTypeConfiguration<InvolvementRow>
{
    public void Configure(EntityTypeBuilder<InvolvementRow> builder)
    {
        builder.ToTable("involvement");
        builder.HasKey(row => new { row.ChildKey, row.InvolvementId });
        builder.Ignore(row => row.From);
        builder.Property(row => row.Service).HasMaxLength(40).IsUnicode(false);
        builder.HasIndex(row => row.PractitionerId).HasFilter("end_date IS NULL AND practitioner_id IS NOT NULL");
        builder.HasIndex(row => row.OrganisationId).HasFilter("end_date IS NULL");
        builder.HasIndex(row => new { row.OrganisationId, row.EndDate }).HasFilter("end_date IS NOT NULL");
        builder.HasOne<ChildRow>().WithMany().HasForeignKey(row => row.ChildKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PractitionerRow>().WithMany().HasForeignKey(row => row.PractitionerId).OnDelete(DeleteBehavior.Restrict);
    }
}
