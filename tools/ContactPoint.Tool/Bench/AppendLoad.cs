using System.Diagnostics;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Events;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Bench;

/// <summary>
/// Entries with their data change through the product's own path: event serialised, payload sealed and committed to, MAC, one unit of work
/// with the change and the entry, the reply after the flush. Each writer is a closed loop.
/// </summary>
internal sealed class AppendLoad
{
    private const int Children = 1_000;
    private const int Parts = 12;

    private readonly IUnitOfWorkFactory units;
    private readonly IAuditTrail trail;
    private readonly IOutbox outbox;
    private readonly CallerContext caller;
    private readonly ChildId[] children;
    private int next;

    public AppendLoad(ToolHost host, CallerContext caller)
    {
        units = host.Get<IUnitOfWorkFactory>();
        trail = host.Get<IAuditTrail>();
        outbox = host.Get<IOutbox>();
        this.caller = caller;
        children = [.. Enumerable.Range(0, Children).Select(_ => new ChildId(host.Get<IIdSource>().NewId()))];
    }

    public async Task<AppendFigure> RunAsync(int writers, TimeSpan length, CancellationToken cancellation)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => WriteAsync(clock, length, cancellation), cancellation)));
        return AppendFigure.Of([.. times.SelectMany(list => list)], clock.Elapsed, Environment.CpuUsage.TotalTime - cpu);
    }

    private async Task<List<double>> WriteAsync(Stopwatch clock, TimeSpan length, CancellationToken cancellation)
    {
        var times = new List<double>();
        while (clock.Elapsed < length)
        {
            var began = Stopwatch.GetTimestamp();
            var child = children[(uint)Interlocked.Increment(ref next) % Children];
            var entry = trail.Prepare(Event(child));
            var message = new OutboxMessage("bench.changed", child.Value);
            await units.RunAsync(
                async unit =>
                {
                    await outbox.AddAsync(message, unit);
                    return await trail.AppendAsync(entry, unit);
                },
                cancellation);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times;
    }

    private AuditEvent Event(ChildId child) => new()
    {
        Type = AuditEvents.Open,
        Actor = AuditActor.Of(caller),
        Outcome = AuditOutcome.Granted,
        Child = child,
        Statement = new AccessStatement(Purpose.ServiceProvision, Relationship.InMyCare),
        PolicyVersion = "bench",
        Detail = new Dictionary<string, object?> { ["granted"] = PartKey.Core.Take(Parts).Select(part => part.Value).ToArray(), ["version"] = 1 },
    };
}
