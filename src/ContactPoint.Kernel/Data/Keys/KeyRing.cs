using System.Security.Cryptography;
using System.Text.Json;

namespace ContactPoint.Kernel.Data.Keys;

/// <summary>The master keys, outside the database: a folder that only the service account reads, one file a key.</summary>
/// <remarks>
/// The newest sealing key seals; older ones only open, until rotation has sealed their records again. The lookup, MAC and
/// handle keys do not rotate with it. The folder may be wrapped by the operator (disk encryption, a secrets mount).
/// </remarks>
internal sealed class KeyRing
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Within this a running process seals with a key that another process added.</summary>
    public static readonly TimeSpan AdoptedWithin = TimeSpan.FromSeconds(1);

    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private long lookedAt;
    private volatile uint current;
    private volatile IReadOnlyDictionary<uint, KeyFile> sealing = new Dictionary<uint, KeyFile>();

    private KeyRing(string folder, TimeProvider clock)
    {
        this.folder = folder;
        this.clock = clock;
        lookedAt = clock.GetTimestamp();
        Lookup = [];
        Mac = [];
        Handles = [];
    }

    /// <summary>Keyed hashes for equality.</summary>
    public byte[] Lookup { get; private set; }

    /// <summary>MACs of audit entries.</summary>
    public byte[] Mac { get; private set; }

    /// <summary>Handles of children.</summary>
    public byte[] Handles { get; private set; }

    /// <summary>The key that seals. Looks for a newer one, added by another process, once in a while.</summary>
    public uint CurrentId
    {
        get
        {
            if (clock.GetElapsedTime(Volatile.Read(ref lookedAt)) < AdoptedWithin) return current;
            Volatile.Write(ref lookedAt, clock.GetTimestamp());
            _ = SealingKeyOrReload(current + 1);
            return current;
        }
    }

    /// <summary>The sealing keys, oldest first: when each was made (unknown for those of older versions).</summary>
    public IReadOnlyList<(uint Id, DateTimeOffset? Made)> SealingKeys => [.. sealing.OrderBy(key => key.Key).Select(key => (key.Key, key.Value.Made))];

    public string Folder => folder;

    /// <summary>Opens the ring; makes a new one only where that is allowed (Development, first set-up).</summary>
    /// <exception cref="InvalidOperationException">No ring is there and none may be made.</exception>
    public static KeyRing Open(string folder, bool mayCreate, TimeProvider clock)
    {
        var ring = new KeyRing(folder, clock);
        if (!File.Exists(ring.PathOf("lookup")))
        {
            if (!mayCreate) throw new InvalidOperationException("The key ring is missing. Restore it, or run 'contactpoint migrate --create-keys' for a new database.");
            ring.Create();
        }

        ring.Load();
        return ring;
    }

    public byte[]? SealingKey(uint id) => sealing.GetValueOrDefault(id)?.Key;

    /// <summary>The key; read from the folder when another process has added it.</summary>
    public byte[]? SealingKeyOrReload(uint id)
    {
        if (SealingKey(id) is { } known) return known;
        if (!File.Exists(PathOf(NameOf(id)))) return null;
        lock (gate) Load();
        return SealingKey(id);
    }

    /// <summary>Adds a sealing key and makes it the current one.</summary>
    /// <exception cref="IOException">Another process added one at this moment.</exception>
    public uint Rotate()
    {
        lock (gate)
        {
            Load();
            var id = current + 1;
            Write(NameOf(id), RandomNumberGenerator.GetBytes(32));
            Load();
            return id;
        }
    }

    private static string NameOf(uint id) => $"seal-{id:D6}";

    private void Create()
    {
        var made = System.IO.Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) made.UnixFileMode = OwnerOnly | UnixFileMode.UserExecute;
        Write(NameOf(1), RandomNumberGenerator.GetBytes(32));
        Write("mac", RandomNumberGenerator.GetBytes(32));
        Write("handles", RandomNumberGenerator.GetBytes(32));
        Write("lookup", RandomNumberGenerator.GetBytes(32));
    }

    private void Load()
    {
        var keys = System.IO.Directory.EnumerateFiles(folder, "seal-*.key")
            .ToDictionary(file => uint.Parse(Path.GetFileNameWithoutExtension(file)[5..], System.Globalization.CultureInfo.InvariantCulture), Read);
        if (keys.Count == 0) throw new InvalidOperationException("The key ring holds no sealing key.");
        Mac = Read(PathOf("mac")).Key;
        Handles = Read(PathOf("handles")).Key;
        Lookup = Read(PathOf("lookup")).Key;
        sealing = keys;
        current = keys.Keys.Max();
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".key");

    private static KeyFile Read(string file)
    {
        var document = JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(file)) ?? throw new InvalidOperationException("A key file is empty.");
        return document.Key is { Length: 32 } ? document : throw new InvalidOperationException("A key file does not hold 256 bits.");
    }

    // Whole under its name or not there: a process that looks meanwhile must not find half a key.
    private void Write(string name, byte[] key)
    {
        var made = PathOf(name) + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(made, options))
        {
            JsonSerializer.Serialize(stream, new KeyFile(key, clock.GetUtcNow()));
            stream.Flush(flushToDisk: true);
        }

        File.Move(made, PathOf(name), overwrite: false);
    }

    private sealed record KeyFile(byte[] Key, DateTimeOffset? Made);
}
