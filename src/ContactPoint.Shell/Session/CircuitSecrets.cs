using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ContactPoint.Shell.Session;

/// <summary>Which session started which circuit, by the hash of the circuit's secret: nobody else may connect to it again (ASVS 4.4.3).</summary>
internal sealed class CircuitSecrets
{
    private readonly ConcurrentDictionary<Guid, HashSet<string>> bySession = new();

    public void Remember(Guid session, string secret)
    {
        var own = bySession.GetOrAdd(session, _ => []);
        lock (own)
        {
            // A session keeps few circuits; the host forgets lost ones after a minute anyway.
            if (own.Count >= 64)
                own.Clear();
            own.Add(Hash(secret));
        }
    }

    public bool Belongs(Guid session, string? secret)
    {
        if (secret is null || !bySession.TryGetValue(session, out var own))
            return false;
        lock (own)
            return own.Contains(Hash(secret));
    }

    public void Forget(Guid session) => bySession.TryRemove(session, out _);

    private static string Hash(string secret) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
