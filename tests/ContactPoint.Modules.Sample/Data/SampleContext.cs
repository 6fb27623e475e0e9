using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Modules.Sample.Data;

/// <summary>The module's own tables.</summary>
public abstract class SampleContext(DbContextOptions options, DisclosureScope scope) : OwnedContext(options, scope)
{
    /// <inheritdoc/>
    protected override string Owner => "sample";

    /// <inheritdoc/>
    protected override void Build(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Visit>().ToTable("visit").HasIndex(visit => visit.At);
        modelBuilder.Entity<Note>().ToTable("note").HasIndex(note => note.ChildKey);
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteSampleContext(DbContextOptions options, DisclosureScope scope) : SampleContext(options, scope);

/// <summary>On SQL Server.</summary>
public sealed class SqlServerSampleContext(DbContextOptions options, DisclosureScope scope) : SampleContext(options, scope);

/// <summary>A visit to the module's page.</summary>
public sealed class Visit
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>What the module keeps of a child: of no use to anybody.</summary>
public sealed class Note : IChildOwned
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc/>
    public Guid ChildKey { get; init; }

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";
}
