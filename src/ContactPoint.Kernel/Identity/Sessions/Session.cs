using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Identity.Sessions;

/// <summary>A session. The row is the truth: cookie and circuit only name it.</summary>
internal sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastActivityAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Microseconds.</summary>
    public required long IdleLimit { get; init; }

    public required SecondFactor SecondFactor { get; init; }

    public required DateTimeOffset SecondFactorAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public SessionEnd? EndedReason { get; init; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("session");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.TokenHash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(session => session.TokenHash).IsUnique();
        builder.HasIndex(session => new { session.UserId, session.EndedAt });
        builder.HasIndex(session => session.EndedAt);
        builder.HasOne<KernelUser>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.NameColumns();
    }
}
