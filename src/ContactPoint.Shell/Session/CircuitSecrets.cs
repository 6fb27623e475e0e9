using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ContactPoint.Shell.SignIn;

namespace ContactPoint.Shell.Session;

/// <summary>Which token of which session started which circuit, by the hash of the circuit's secret: nobody else may connect to it again (ASVS 4.4.3).</summary>
internal sealed class CircuitSecrets
{
    private readonly ConcurrentDictionary<SessionBinding, HashSet<string>> byBinding = new();

    public void Remember(SessionBinding binding, string secret)
    {
        var own = byBinding.GetOrAdd(binding, _ => []);
        lock (own)
        {
            // A session keeps few circuits; the host forgets lost ones after a minute anyway.
            if (own.Count >= 64)
                own.Clear();
            own.Add(Hash(secret));
        }
    }

    public bool Belongs(SessionBinding binding, string? secret)
    {
        if (secret is null || !byBinding.TryGetValue(binding, out var own))
            return false;
        lock (own)
            return own.Contains(Hash(secret));
    }

    /// <summary>Forgets the circuits of a session, or of one token.</summary>
    public void Forget(Func<SessionBinding, bool> isMeant)
    {
        foreach (var binding in byBinding.Keys.Where(isMeant))
            byBinding.TryRemove(binding, out _);
    }

    private static string Hash(string secret) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
