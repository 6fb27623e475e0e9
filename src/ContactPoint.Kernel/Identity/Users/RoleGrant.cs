using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Identity.Users;

/// <summary>A role scope as stored (USR-4).</summary>
internal sealed class RoleGrant
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required Role Role { get; init; }

    public required Agency Agency { get; init; }

    public string? Authority { get; init; }

    public required string FunctionName { get; init; }

    /// <summary>One bit for each purpose, by its number.</summary>
    public required long Purposes { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public static long Bits(IEnumerable<Purpose> purposes) => purposes.Aggregate(0L, (bits, purpose) => bits | (1L << (int)purpose));

    public static IReadOnlySet<Purpose> FromBits(long bits) => Enum.GetValues<Purpose>().Where(purpose => (bits & (1L << (int)purpose)) != 0).ToHashSet();
}

internal sealed class RoleGrantConfiguration : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("role_grant");
        builder.HasKey(grant => grant.Id);
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Property(grant => grant.Authority).HasMaxLength(3);
        builder.Property(grant => grant.FunctionName).HasMaxLength(100);
        builder.HasIndex(grant => grant.UserId);
        builder.HasOne<KernelUser>().WithMany().HasForeignKey(grant => grant.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.NameColumns();
    }
}
