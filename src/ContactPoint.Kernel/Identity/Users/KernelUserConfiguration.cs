using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Identity.Users;

// The table is "account": "user" is a reserved word of SQL Server.
internal sealed class KernelUserConfiguration : IEntityTypeConfiguration<KernelUser>
{
    public void Configure(EntityTypeBuilder<KernelUser> builder)
    {
        builder.ToTable("account");
        builder.HasKey(user => user.Id);
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.UserName).HasMaxLength(100).IsRequired();
        builder.Property(user => user.NormalizedUserName).HasMaxLength(100).IsRequired();
        builder.Property(user => user.PasswordHash).HasMaxLength(200);
        builder.Property(user => user.DisplayName).HasMaxLength(200);
        builder.Property(user => user.OrganisationName).HasMaxLength(200);
        builder.Property(user => user.Authority).HasMaxLength(3);
        builder.HasIndex(user => user.NormalizedUserName).IsUnique();
        builder.HasIndex(user => user.OrganisationId);

        // Identity's own ways to lock, to mail and to step up are not used: one mechanism each, in this folder.
        builder.Ignore(user => user.Email).Ignore(user => user.NormalizedEmail).Ignore(user => user.EmailConfirmed)
            .Ignore(user => user.PhoneNumber).Ignore(user => user.PhoneNumberConfirmed).Ignore(user => user.TwoFactorEnabled)
            .Ignore(user => user.LockoutEnabled).Ignore(user => user.LockoutEnd).Ignore(user => user.AccessFailedCount)
            .Ignore(user => user.SecurityStamp).Ignore(user => user.ConcurrencyStamp);
        builder.NameColumns();
    }
}
