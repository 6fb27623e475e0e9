using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>A sign-in whose first step was done. What the step found is sealed, so that neither row nor length tells whether it was right.</summary>
internal sealed class SignInAttempt
{
    public required Guid Id { get; init; }

    public required byte[] TokenHash { get; init; }

    public required byte[] Finding { get; init; }

    public int Tries { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class SignInAttemptConfiguration : IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<SignInAttempt> builder)
    {
        builder.ToTable("sign_in");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.TokenHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.Finding).HasMaxLength(1_000);
        builder.HasIndex(row => row.TokenHash).IsUnique();
        builder.HasIndex(row => row.ExpiresAt);
        builder.NameColumns();
    }
}
