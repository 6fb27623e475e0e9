using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Identity.Revoking;

/// <summary>A revocation. Other processes find it by tailing the number.</summary>
internal sealed class Revocation
{
    public long Number { get; init; }

    public required Guid Id { get; init; }

    public required RevocationKind Kind { get; init; }

    public required Guid Subject { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class RevocationConfiguration : IEntityTypeConfiguration<Revocation>
{
    public void Configure(EntityTypeBuilder<Revocation> builder)
    {
        builder.ToTable("revocation");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedOnAdd();
        builder.HasIndex(row => row.Id).IsUnique();
        builder.HasIndex(row => new { row.Kind, row.Subject, row.At });
        builder.NameColumns();
    }
}
