using System.Collections.Concurrent;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Shell.StepUp;

/// <summary>
/// What somebody stated (SEA-1), kept while a fresh code takes them out of their circuit: the next circuit of the same session takes it up,
/// once, and only after the right code. In this process's memory alone; where it is lost the page asks again.
/// </summary>
internal sealed class KeptStatements(TimeProvider clock)
{
    private const int Most = 10_000;
    private static readonly TimeSpan For = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, (AccessStatement Statement, DateTimeOffset Until, bool IsReleased)> kept = new();

    /// <summary>Keeps a statement until a code was given.</summary>
    public void Keep(Guid session, AccessStatement statement)
    {
        if (kept.Count >= Most)
            kept.Clear();
        kept[session] = (statement, clock.GetUtcNow() + For, false);
    }

    /// <summary>The right code was given: the next circuit may have it.</summary>
    public void Release(Guid session)
    {
        if (kept.TryGetValue(session, out var held))
            kept[session] = held with { IsReleased = true };
    }

    /// <summary>Takes it; null when there is none, or no code was given.</summary>
    public AccessStatement? Take(Guid session)
    {
        if (!kept.TryGetValue(session, out var held) || !held.IsReleased || !kept.TryRemove(session, out _))
            return null;
        return clock.GetUtcNow() < held.Until ? held.Statement : null;
    }
}
