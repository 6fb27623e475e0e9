using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Kernel.Access;

/// <summary>Reads granted parts from their owners, in one snapshot; decides again when the record has moved.</summary>
internal sealed partial class RecordReader(IUnitOfWorkFactory units, IEnumerable<IPartSource> sources, ModulePartReader modules, OpenVerb open, IAuditTrail trail, ILogger<RecordReader> logger) : IRecordReader
{
    private const int MostAttempts = 4;

    private readonly Dictionary<PartKey, IPartSource> owners = sources.SelectMany(source => source.Parts.Select(part => (part, source))).ToDictionary(pair => pair.part, pair => pair.source);

    public async Task<Result<RecordReading>> ReadAsync(RecordPass pass, CancellationToken cancellation = default)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var current = pass;
            if (current.HasEnded) return PassErrors.Ended;

            // Before the core's snapshot: when that still finds the version decided on, what modules read belongs to it too.
            var owned = await modules.ReadAsync(current, cancellation);
            var (shown, missing, moved) = await units.ReadAsync(unit => ReadPartsAsync(current, unit), cancellation);
            if (moved)
            {
                var again = await open.AgainAsync(current, cancellation);
                if (!again.Succeeded) return again.Error;
                pass = again.Value;
                continue;
            }

            Add(owned, current, shown, missing);
            if (missing.Count > 0) await RecordAsync(current, missing, cancellation);
            return current.HasEnded ? PassErrors.Ended : new RecordReading(current, shown, missing);
        }

        return PassErrors.Moved;
    }

    private async ValueTask<(Dictionary<PartKey, Disclosed<object?>> Shown, HashSet<PartKey> Missing, bool Moved)> ReadPartsAsync(RecordPass pass, IUnitOfWork unit)
    {
        var shown = new Dictionary<PartKey, Disclosed<object?>>();
        var missing = new HashSet<PartKey>();
        foreach (var part in pass.Granted.Where(owners.ContainsKey))
        {
            try
            {
                var reading = await owners[part].ReadAsync(pass, part, unit);
                var disclosed = pass.Disclose(part, reading.Version, reading.Value.Held);
                if (disclosed.Succeeded) shown[part] = disclosed.Value;
                else if (disclosed.Error == PassErrors.Moved) return (shown, missing, true);
                else missing.Add(part);
            }
#pragma warning disable CA1031 // An owner's fault costs its part, not the record: recorded and shown as missing.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogPartFailed(part.Value, fault.GetType().Name);
                missing.Add(part);
            }
        }

        return (shown, missing, false);
    }

    private static void Add(IReadOnlyList<ModulePartRead> owned, RecordPass pass, Dictionary<PartKey, Disclosed<object?>> shown, HashSet<PartKey> missing)
    {
        foreach (var read in owned)
        {
            var disclosed = pass.Disclose(read.Part, pass.Version, read.Value);
            if (disclosed.Succeeded && !read.Failed) shown[read.Part] = disclosed.Value;
            else missing.Add(read.Part);
        }
    }

    private Task<Guid> RecordAsync(RecordPass pass, IReadOnlySet<PartKey> missing, CancellationToken cancellation) =>
        units.RunAsync(unit => trail.AppendAsync(new AuditEvent
        {
            Type = AuditEvents.PartFailed,
            Actor = AuditActor.Of(pass.Caller),
            Outcome = AuditOutcome.Failed,
            Statement = pass.Statement,
            Child = pass.Child,
            PolicyVersion = pass.PolicyVersion,
            Detail = new Dictionary<string, object?> { ["missing"] = missing, ["entry"] = pass.AuditEntryId },
        }, unit), cancellation);

    [LoggerMessage(1, LogLevel.Error, "Part {Part} could not be read ({Kind}).")]
    private partial void LogPartFailed(string part, string kind);
}
