using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Data;

/// <summary>A child: what names nobody in clear, the identity sealed.</summary>
internal sealed class ChildRow : IChildOwned
{
    public Guid ChildKey { get; set; }

    public RecordState State { get; set; }

    public string? Authority { get; set; }

    public short BirthYear { get; set; }

    public EducationStatus Education { get; set; }

    public long Version { get; set; }

    public Guid? Supplier { get; set; }

    public required byte[] IdentitySealed { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class ChildRowConfiguration : IEntityTypeConfiguration<ChildRow>
{
    public void Configure(EntityTypeBuilder<ChildRow> builder)
    {
        builder.ToTable("child");
        builder.HasKey(row => row.ChildKey);
        builder.Property(row => row.ChildKey).ValueGeneratedNever();
        builder.Property(row => row.Authority).HasMaxLength(3).IsUnicode(false);
        builder.HasIndex(row => row.Supplier).HasFilter("supplier IS NOT NULL");

        // For an authority's lists (SEA-9): the few who are not at school, so that a page never reads through an authority.
        builder.HasIndex(row => new { row.Authority, row.BirthYear, row.ChildKey, row.Education }).HasFilter("state = 1 AND education <> 1");
    }
}
