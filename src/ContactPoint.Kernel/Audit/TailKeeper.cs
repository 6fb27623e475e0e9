using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Kernel.Data.Units;
using ContactPoint.Ledger;
using ContactPoint.Ledger.Entries;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Audit;

/// <summary>
/// Renews this process's <see cref="TailStatement"/> in the transaction of the entries it counts: once for a whole group commit. The
/// writer's name is new at each start, so no two processes share a row.
/// </summary>
internal sealed class TailKeeper(KeyRing keys, IIdSource ids) : ICommitParticipant
{
    // SQL Server commits units side by side: some rows for one process, so that they do not queue for one lock.
    private const int Slots = 8;

    private readonly string node = ids.NewId().ToString("N");
    private readonly Slot[] slots = [.. Enumerable.Range(0, Slots).Select(_ => new Slot())];
    private int next;

    public IPendingCommit? Prepare(IReadOnlyList<UnitOfWork> units)
    {
        var any = false;
        foreach (var unit in units) any |= unit.Appended.Count > 0;
        if (!any) return null;
        var number = units[0].Provider == DatabaseProvider.Sqlite ? 0 : Interlocked.Increment(ref next) % Slots;
        return new Pending(keys.Mac, slots[number], $"{node}-{number}", units);
    }

    private sealed class Slot
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public long Count { get; set; }

        public MacSum Sum { get; set; }

        /// <summary>The answer to the last commit was lost: the row tells how it went.</summary>
        public bool IsUncertain { get; set; }
    }

    private sealed class Pending(byte[] key, Slot slot, string writer, IReadOnlyList<UnitOfWork> units) : IPendingCommit
    {
        private long count;
        private MacSum sum;

        public async ValueTask WriteAsync()
        {
            await slot.Turn.WaitAsync();
            if (slot.IsUncertain) ReadBack();
            count = slot.Count;
            sum = slot.Sum;
            foreach (var unit in units)
            {
                foreach (var mac in unit.Appended) sum = sum.Add(mac);
                count += unit.Appended.Count;
            }

            var statement = TailStatement.Create(key, writer, count, sum);
            var command = slot.Count == 0
                ? units[0].Statement("INSERT INTO $kernel.audit_tail (count, sum, mac, writer) VALUES (@count, @sum, @mac, @writer)", "count", "sum", "mac", "writer")
                : units[0].Statement("UPDATE $kernel.audit_tail SET count = @count, sum = @sum, mac = @mac WHERE writer = @writer", "count", "sum", "mac", "writer");
            command.Bind(1, count);
            command.Bind(2, statement.Sum.Value.ToArray());
            command.Bind(3, statement.Mac.ToArray());
            command.Bind(4, writer);
            command.Run();
        }

        private void ReadBack()
        {
            var command = units[0].Prepare("SELECT count, sum FROM $kernel.audit_tail WHERE writer = @writer", "writer");
            command.Parameters[0].Value = writer;
            using var row = command.ExecuteReader();
            if (!row.Read()) return;
            slot.Count = row.GetInt64(0);
            slot.Sum = new MacSum(new LedgerHash((byte[])row.GetValue(1)));
        }

        public void End(bool committed)
        {
            if (committed)
            {
                slot.Count = count;
                slot.Sum = sum;
            }

            slot.IsUncertain = !committed;
            slot.Turn.Release();
        }
    }
}
