using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Data;

internal sealed class PractitionerRow
{
    public Guid PractitionerId { get; set; }

    public Guid OrganisationId { get; set; }

    public string? Service { get; set; }

    /// <summary>Name, job title and contact: a person's, so sealed like a child's.</summary>
    public required byte[] ContactSealed { get; set; }
}

internal sealed class PractitionerRowConfiguration : IEntityTypeConfiguration<PractitionerRow>
{
    public void Configure(EntityTypeBuilder<PractitionerRow> builder)
    {
        builder.ToTable("practitioner");
        builder.HasKey(row => row.PractitionerId);
        builder.Property(row => row.PractitionerId).ValueGeneratedNever();
        builder.Property(row => row.Service).HasMaxLength(40).IsUnicode(false);
        builder.HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
