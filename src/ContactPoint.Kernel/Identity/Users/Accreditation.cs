using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Identity.Users;

/// <summary>Whether an organisation is accredited (USR-2). No row: never was.</summary>
internal sealed class Accreditation
{
    public required Guid OrganisationId { get; init; }

    public required string Name { get; set; }

    public required bool Accredited { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class AccreditationConfiguration : IEntityTypeConfiguration<Accreditation>
{
    public void Configure(EntityTypeBuilder<Accreditation> builder)
    {
        builder.ToTable("accreditation");
        builder.HasKey(row => row.OrganisationId);
        builder.Property(row => row.OrganisationId).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.NameColumns();
    }
}
