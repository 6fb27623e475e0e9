using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Data;

/// <summary>An identifier of a child: sealed to be read, hashed under a key to be found.</summary>
/// <remarks>Not unique across children: two children with one number are a duplicate for a steward, and no error may tell of it (I-05).</remarks>
internal sealed class IdentifierRow : IChildOwned
{
    public Guid ChildKey { get; set; }

    public Guid IdentifierId { get; set; }

    public required string Scheme { get; set; }

    public Guid? Issuer { get; set; }

    public required byte[] Blind { get; set; }

    public required byte[] ValueSealed { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Null while current; superseded numbers stay as aliases (REC-6).</summary>
    public DateTimeOffset? SupersededAt { get; set; }
}

internal sealed class IdentifierRowConfiguration : IEntityTypeConfiguration<IdentifierRow>
{
    public void Configure(EntityTypeBuilder<IdentifierRow> builder)
    {
        builder.ToTable("identifier");
        builder.HasKey(row => new { row.ChildKey, row.IdentifierId });
        builder.Property(row => row.Scheme).HasMaxLength(20).IsUnicode(false);
        builder.Property(row => row.Blind).HasMaxLength(16).IsFixedLength();
        builder.HasIndex(row => new { row.Blind, row.Scheme });
        builder.HasOne<ChildRow>().WithMany().HasForeignKey(row => row.ChildKey).OnDelete(DeleteBehavior.Restrict);
    }
}
