using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Data;

internal sealed class OrganisationRow
{
    public Guid OrganisationId { get; set; }

    public OrganisationKind Kind { get; set; }

    public required string Name { get; set; }

    public Agency Agency { get; set; }

    public string? Authority { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? RegisterCode { get; set; }

    public string? Service { get; set; }
}

internal sealed class OrganisationRowConfiguration : IEntityTypeConfiguration<OrganisationRow>
{
    public void Configure(EntityTypeBuilder<OrganisationRow> builder)
    {
        builder.ToTable("organisation");
        builder.HasKey(row => row.OrganisationId);
        builder.Property(row => row.OrganisationId).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Authority).HasMaxLength(3).IsUnicode(false);
        builder.Property(row => row.Phone).HasMaxLength(40);
        builder.Property(row => row.Email).HasMaxLength(254);
        builder.Property(row => row.RegisterCode).HasMaxLength(20).IsUnicode(false);
        builder.Property(row => row.Service).HasMaxLength(40).IsUnicode(false);
        builder.HasIndex(row => new { row.Kind, row.RegisterCode }).IsUnique().HasFilter("register_code IS NOT NULL");
    }
}
