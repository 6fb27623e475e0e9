using ContactPoint.Kernel.Data.Units;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Events;

/// <summary>A message that waits to be sent.</summary>
internal sealed class OutboxRow
{
    public long No { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public string Topic { get; init; } = string.Empty;

    public Guid Subject { get; init; }

    public DateTimeOffset? SentAt { get; init; }
}

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(row => row.No);
        builder.Property(row => row.No).HasColumnName("no").ValueGeneratedOnAdd();
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.At).HasColumnName("at");
        builder.Property(row => row.Topic).HasColumnName("topic").HasMaxLength(100);
        builder.Property(row => row.Subject).HasColumnName("subject");
        builder.Property(row => row.SentAt).HasColumnName("sent_at");
        builder.HasIndex(row => new { row.SentAt, row.No });
    }
}

internal sealed class Outbox(IIdSource ids, TimeProvider clock) : IOutbox
{
    public ValueTask AddAsync(OutboxMessage message, IUnitOfWork unit)
    {
        var insert = ((UnitOfWork)unit).Statement(
            "INSERT INTO $kernel.outbox (id, at, topic, subject) VALUES (@id, @at, @topic, @subject)", "id", "at", "topic", "subject");
        insert.Bind(1, GuidBytes.ToBytes(ids.NewId()));
        insert.Bind(2, UtcMicroseconds.ToStored(clock.GetUtcNow()));
        insert.Bind(3, message.Topic);
        insert.Bind(4, GuidBytes.ToBytes(message.Subject));
        insert.Run();
        return ValueTask.CompletedTask;
    }
}
