using System.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>
/// SQL Server: a transaction for each unit, inside the execution strategy. An idempotency key committed with the unit tells, when the
/// answer to a commit was lost, whether it happened; so nothing is done, and nothing audited, twice.
/// </summary>
internal sealed class SqlServerUnits(ContextLeases leases, ICommitParticipant participant, IOptions<DatabaseOptions> options, IIdSource ids, TimeProvider clock) : IUnitOfWorkFactory
{
    private const int MostRetries = 4;

    private static readonly AsyncLocal<bool> InsideUnit = new();
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    // Two units may both find a row missing and insert it: the loser runs again and finds it (2601 and 2627 mean the same).
    private static readonly int[] DuplicateKey = [2601, 2627];

    private readonly string connectionString = new SqlConnectionStringBuilder(options.Value.ConnectionString) { MultipleActiveResultSets = false }.ToString();

    public async Task<T> RunAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation = default)
    {
        if (InsideUnit.Value) throw new InvalidOperationException("A unit of work was started inside a unit of work.");
        var key = ids.NewOrderedId(clock.GetUtcNow());
        T? answer = default;
        await using var probe = new SqlConnection(connectionString);
        await using var strategist = leases.Create(typeof(KernelContext), probe, DisclosureScope.None);
        var strategy = new SqlServerRetryingExecutionStrategy(strategist, MostRetries, LongestWait, DuplicateKey);
        return await strategy.ExecuteAsync(
            key,
            async (_, unitKey, token) => answer = await AttemptAsync(work, unitKey, token),
            async (_, unitKey, token) => new ExecutionResult<T>(await HappenedAsync(unitKey, token), answer!),
            cancellation);
    }

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read, CancellationToken cancellation = default)
    {
        await using var connection = new UnitConnection(new SqlConnection(connectionString), prepares: false);
        await connection.Connection.OpenAsync(cancellation);

        // Snapshot needs ALLOW_SNAPSHOT_ISOLATION, which the migration sets; a reader neither blocks nor is blocked.
        await using var transaction = await connection.Connection.BeginTransactionAsync(IsolationLevel.Snapshot, cancellation);
        var unit = new UnitOfWork(connection, transaction, leases, DatabaseProvider.SqlServer);
        try
        {
            return await read(unit);
        }
        finally
        {
            await unit.EndAsync();
            await transaction.RollbackAsync(CancellationToken.None);
        }
    }

    private async Task<T> AttemptAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, Guid key, CancellationToken cancellation)
    {
        await using var connection = new UnitConnection(new SqlConnection(connectionString), prepares: false);
        await connection.Connection.OpenAsync(cancellation);
        await using var transaction = await connection.Connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        var unit = new UnitOfWork(connection, transaction, leases, DatabaseProvider.SqlServer);
        try
        {
            var insert = unit.Prepare("INSERT INTO $kernel.unit_key (id, at) VALUES (@id, @at)", "id", "at");
            insert.Parameters["@id"].Value = GuidBytes.ToBytes(key);
            insert.Parameters["@at"].Value = UtcMicroseconds.ToStored(clock.GetUtcNow());
            await insert.ExecuteNonQueryAsync(cancellation);
            var answer = await InsideAsync(work, unit);
            await CommitAsync(unit, transaction);
            unit.Committed();
            return answer;
        }
        finally
        {
            await unit.EndAsync();
            unit.Close();
        }
    }

    // Set for the unit's own work only: what runs after the commit may start units of its own.
    private static async ValueTask<T> InsideAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, IUnitOfWork unit)
    {
        InsideUnit.Value = true;
        return await work(unit);
    }

    private async Task CommitAsync(UnitOfWork unit, System.Data.Common.DbTransaction transaction)
    {
        var pending = participant.Prepare([unit]);
        var committed = false;
        try
        {
            if (pending is not null) await pending.WriteAsync();
            await transaction.CommitAsync(CancellationToken.None);
            committed = true;
        }
        finally
        {
            pending?.End(committed);
        }
    }

    private async Task<bool> HappenedAsync(Guid key, CancellationToken cancellation)
    {
        await using var connection = new UnitConnection(new SqlConnection(connectionString), prepares: false);
        await connection.Connection.OpenAsync(cancellation);
        var select = connection.Command("SELECT COUNT(*) FROM $kernel.unit_key WHERE id = @id", ["id"], null);
        select.Parameters["@id"].Value = GuidBytes.ToBytes(key);
        return (int)(await select.ExecuteScalarAsync(cancellation))! == 1;
    }
}
