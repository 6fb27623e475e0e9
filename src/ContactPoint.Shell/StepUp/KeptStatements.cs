using System.Buffers.Text;
using System.Security.Cryptography;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Shell.StepUp;

/// <summary>A statement that was kept, and the page to go back to.</summary>
/// <param name="Statement">What was stated.</param>
/// <param name="Path">A page of this host.</param>
internal sealed record KeptStatement(AccessStatement Statement, string Path);

/// <summary>
/// What somebody stated in a window (SEA-1), kept while a fresh code takes them out of its circuit. It lies under an id that nobody can guess and that
/// travels with that window alone: through the form, a wrong code, and the way back. The same session takes it up, once, after the right code, within
/// five minutes. In this process's memory alone; where it is lost the page asks again.
/// </summary>
internal sealed class KeptStatements(TimeProvider clock)
{
    private const int IdBytes = 16;
    private const int Most = 10_000;
    private const int MostOfASession = 8;
    private static readonly TimeSpan For = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Held> kept = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long last;

    /// <summary>Keeps a statement until a code was given.</summary>
    /// <returns>The id; null when there is no room, and the page will ask again.</returns>
    public string? Keep(Guid session, AccessStatement statement)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            foreach (var (spent, _) in kept.Where(held => held.Value.Until <= now).ToArray()) kept.Remove(spent);
            foreach (var (oldest, _) in kept.Where(held => held.Value.Session == session).OrderByDescending(held => held.Value.Number).Skip(MostOfASession - 1).ToArray()) kept.Remove(oldest);
            if (kept.Count >= Most) return null;
            var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
            kept[id] = new Held(++last, session, statement, now + For, Path: null);
            return id;
        }
    }

    /// <summary>The right code was given: the window may have it back.</summary>
    /// <param name="id">As it came with the form.</param>
    /// <param name="session">Whose code it was.</param>
    /// <param name="path">Where to go back to.</param>
    /// <returns>False when nothing is kept for this session under this id.</returns>
    public bool Release(string? id, Guid session, string path)
    {
        lock (gate)
        {
            if (Find(id, session) is not { } held) return false;
            kept[id!] = held with { Path = path };
            return true;
        }
    }

    /// <summary>Takes it; null when there is none, it is another session's, no code was given, or it is too late.</summary>
    public KeptStatement? Take(string? id, Guid session)
    {
        lock (gate)
        {
            if (Find(id, session) is not { Path: { } path } held) return null;
            kept.Remove(id!);
            return new KeptStatement(held.Statement, path);
        }
    }

    private Held? Find(string? id, Guid session) =>
        id is not null && kept.TryGetValue(id, out var held) && held.Session == session && clock.GetUtcNow() < held.Until ? held : null;

    private sealed record Held(long Number, Guid Session, AccessStatement Statement, DateTimeOffset Until, string? Path);
}
