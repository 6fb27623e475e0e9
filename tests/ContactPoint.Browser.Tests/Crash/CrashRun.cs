using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>A run as stored, with the outcomes of its rows by line.</summary>
internal sealed record CrashRun(Guid Id, string FileName, int State, int Processed, int Counted, int Ended, IReadOnlyDictionary<int, int> Outcomes)
{
    private const int Applied = 4;

    public bool IsApplied => State == Applied;

    public static Task<List<CrashRun>> AllAsync(DiskHost host) => host.Get<IUnitOfWorkFactory>().ReadAsync(unit =>
    {
        var runs = new List<CrashRun>();
        var command = unit.Prepare("SELECT run_id, file_name, state, processed, applied + unchanged + created + queued + rejected, ended FROM $directory.feed_run ORDER BY received_at");
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                runs.Add(new CrashRun(new Guid((byte[])reader.GetValue(0), bigEndian: true), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), Empty));
        }

        return ValueTask.FromResult(runs.ConvertAll(run => run with { Outcomes = OutcomesOf(run.Id, unit) }));
    });

    private static IReadOnlyDictionary<int, int> Empty { get; } = new Dictionary<int, int>();

    private static Dictionary<int, int> OutcomesOf(Guid run, IUnitOfWork unit)
    {
        var command = unit.Prepare("SELECT line, outcome FROM $directory.feed_row WHERE run_id = @run", "run");
        command.Parameters[0].Value = GuidBytes.ToBytes(run);
        using var reader = command.ExecuteReader();
        var outcomes = new Dictionary<int, int>();
        while (reader.Read()) outcomes.Add(reader.GetInt32(0), reader.GetInt32(1));
        return outcomes;
    }
}
