using ContactPoint.Kernel.Identity.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Identity.Tokens;

/// <summary>A TOTP token (RFC 6238). The last accepted step only ever rises, by one conditional UPDATE (I-30).</summary>
internal sealed class AuthenticatorToken
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required byte[] Secret { get; init; }

    public required TokenState State { get; set; }

    public long LastStep { get; set; }

    /// <summary>How many steps the token's clock is ahead; learnt by resynchronising alone, three at most either way.</summary>
    public int Drift { get; set; }

    public required DateTimeOffset EnrolledAt { get; init; }
}

internal enum TokenState
{
    Active = 0,
    Revoked = 1,
}

internal sealed class AuthenticatorTokenConfiguration : IEntityTypeConfiguration<AuthenticatorToken>
{
    public void Configure(EntityTypeBuilder<AuthenticatorToken> builder)
    {
        builder.ToTable("token");
        builder.HasKey(token => token.Id);
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.Property(token => token.Secret).HasMaxLength(200);
        builder.HasIndex(token => token.UserId);
        builder.HasOne<KernelUser>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.NameColumns();
    }
}
