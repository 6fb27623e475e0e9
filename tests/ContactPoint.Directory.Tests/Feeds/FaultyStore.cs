using ContactPoint.Kernel;
using ContactPoint.Sdk.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>What may befall a database that is written to.</summary>
public enum StoreState
{
    Sound = 0,

    /// <summary>The file may not grow by one page.</summary>
    Full = 1,

    /// <summary>Every write is refused.</summary>
    ReadOnly = 2,

    /// <summary>Another program holds the write lock for longer than anybody waits.</summary>
    Locked = 3,
}

/// <summary>
/// The real SQLite, with a fault that a test turns on and off: by SQLite's own means, so that its own answers come back, whoever runs the tests. While it is on every
/// unit meets it, the one that notes the fault too.
/// </summary>
internal sealed class FaultyStore : IDisposable
{
    private SqliteConnection? holder;
    private StoreState state;
    private Action? next;
    private int until;

    /// <summary>A world on such a database, in which nobody waits long for a lock.</summary>
    public Task<World> StartAsync() => World.StartAsync(last: services =>
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CONTACTPOINT_SQLSERVER") is { Length: > 0 }, "Faults of the embedded database.");
        services.PostConfigure<KernelOptions>(options => options.Database.LockPatience = TimeSpan.FromSeconds(1));
        var units = services.Last(service => service.ServiceType == typeof(IUnitOfWorkFactory));
        services.AddSingleton<IUnitOfWorkFactory>(provider => new Units((IUnitOfWorkFactory)units.ImplementationFactory!(provider), this));
    });

    public void Turn(StoreState to, World world)
    {
        state = to;
        holder?.Dispose();
        holder = null;
        if (to is not (StoreState.Locked or StoreState.Full)) return;
        holder = new SqliteConnection($"Data Source={world.Host.DatabaseFile};Pooling=False");
        holder.Open();
        using var command = holder.CreateCommand();

        // A file that is full has no page to spare inside either.
        command.CommandText = to == StoreState.Full ? "VACUUM" : "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
    }

    /// <summary>Turns once so many further units have been written.</summary>
    public void TurnAfter(int units, StoreState to, World world) => (until, next) = (units, () => Turn(to, world));

    public void Dispose() => holder?.Dispose();

    private void Begin()
    {
        if (next is not { } turn || --until >= 0) return;
        next = null;
        turn();
    }

    private void Meet(IUnitOfWork unit)
    {
        // 1 is below the pages that the file has: it means those.
        unit.Prepare(state == StoreState.Full ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 4294967294").ExecuteScalar();
        if (state == StoreState.ReadOnly) unit.Prepare("PRAGMA query_only = 1").ExecuteNonQuery();
    }

    private sealed class Units(IUnitOfWorkFactory units, FaultyStore store) : IUnitOfWorkFactory, IAsyncDisposable
    {
        public Task<T> RunAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation = default)
        {
            store.Begin();
            return units.RunAsync(
                async unit =>
                {
                    store.Meet(unit);
                    try
                    {
                        return await work(unit);
                    }
                    finally
                    {
                        // Or the connection would refuse to begin the unit after it, which is another error.
                        if (store.state == StoreState.ReadOnly) unit.Prepare("PRAGMA query_only = 0").ExecuteNonQuery();
                    }
                },
                cancellation);
        }

        public Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read, CancellationToken cancellation = default) => units.ReadAsync(read, cancellation);

        public ValueTask DisposeAsync() => ((IAsyncDisposable)units).DisposeAsync();
    }
}
