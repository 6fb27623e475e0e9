using ContactPoint.Directory.Children;
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

    /// <summary>Lines of the address, one below the other.</summary>
    public string? AddressLines { get; set; }

    public string? Town { get; set; }

    public string? Postcode { get; set; }

    public OrganisationState State { get; set; }

    public DateOnly? OpenedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>Hash of what its register last said of it; null where none did.</summary>
    public byte[]? RegisterMark { get; set; }

    /// <summary>The day for which its register last spoke of it: an older file changes nothing.</summary>
    public DateOnly? RegisterAsAt { get; set; }

    public static string? LinesOf(Address? address) => address is { Lines: [_, ..] lines } ? string.Join('\n', lines) : null;

    public void Place(Address? address) => (AddressLines, Town, Postcode) = (LinesOf(address), address?.Town, address?.Postcode);

    public Address? Placed() => AddressLines is null && Town is null && Postcode is null ? null : new Address(AddressLines?.Split('\n') ?? [], Town, Postcode);
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
        builder.Property(row => row.AddressLines).HasMaxLength(1000);
        builder.Property(row => row.Town).HasMaxLength(200);
        builder.Property(row => row.Postcode).HasMaxLength(10).IsUnicode(false);
        builder.Property(row => row.State).HasDefaultValue(OrganisationState.Open);

        // Two files that tell of one body at once: the second is planned anew.
        builder.Property(row => row.RegisterMark).HasMaxLength(16).IsFixedLength().IsConcurrencyToken();
        builder.HasIndex(row => new { row.Kind, row.RegisterCode }).IsUnique().HasFilter("register_code IS NOT NULL");
    }
}
