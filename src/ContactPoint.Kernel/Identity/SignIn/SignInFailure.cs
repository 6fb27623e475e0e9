using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>Failures in a row of one account with one class of factor. The account is a keyed hash of the name typed: names of nobody count alike.</summary>
internal sealed class SignInFailure
{
    public required byte[] Account { get; init; }

    public required FactorClass Factor { get; init; }

    public long Failures { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset LastAt { get; init; }
}

/// <summary>Counted apart, so that guessing at one factor locks nobody out of another (I-31).</summary>
internal enum FactorClass
{
    Password = 1,
    Code = 2,
}

internal sealed class SignInFailureConfiguration : IEntityTypeConfiguration<SignInFailure>
{
    public void Configure(EntityTypeBuilder<SignInFailure> builder)
    {
        builder.ToTable("sign_in_failure");
        builder.HasKey(row => new { row.Account, row.Factor });
        builder.Property(row => row.Account).HasMaxLength(16).IsFixedLength();
        builder.HasIndex(row => row.LastAt);
        builder.NameColumns();
    }
}
