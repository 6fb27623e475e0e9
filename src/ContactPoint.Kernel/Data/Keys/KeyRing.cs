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
    private const long ReloadEvery = 5_000;

    private readonly string folder;
    private readonly Lock gate = new();
    private long lastReload = -ReloadEvery;
    private volatile IReadOnlyDictionary<uint, byte[]> sealing = new Dictionary<uint, byte[]>();

    private KeyRing(string folder)
    {
        this.folder = folder;
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

    public uint CurrentId { get; private set; }

    public string Folder => folder;

    /// <summary>Opens the ring; makes a new one only where that is allowed (Development, first set-up).</summary>
    /// <exception cref="InvalidOperationException">No ring is there and none may be made.</exception>
    public static KeyRing Open(string folder, bool mayCreate)
    {
        var ring = new KeyRing(folder);
        if (!File.Exists(ring.PathOf("lookup")))
        {
            if (!mayCreate) throw new InvalidOperationException("The key ring is missing. Restore it, or run 'contactpoint migrate --create-keys' for a new database.");
            ring.Create();
        }

        ring.Load();
        return ring;
    }

    public byte[]? SealingKey(uint id) => sealing.GetValueOrDefault(id);

    /// <summary>The key; read again from the folder, once in a while, when another process may have rotated.</summary>
    public byte[]? SealingKeyOrReload(uint id)
    {
        if (SealingKey(id) is { } known) return known;
        lock (gate)
        {
            if (Environment.TickCount64 - lastReload < ReloadEvery) return SealingKey(id);
            lastReload = Environment.TickCount64;
            Load();
        }

        return SealingKey(id);
    }

    /// <summary>Adds a sealing key and makes it the current one.</summary>
    public uint Rotate()
    {
        lock (gate)
        {
            var id = CurrentId + 1;
            Write($"seal-{id:D6}", RandomNumberGenerator.GetBytes(32));
            Load();
            return id;
        }
    }

    private void Create()
    {
        var made = System.IO.Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) made.UnixFileMode = OwnerOnly | UnixFileMode.UserExecute;
        Write("seal-000001", RandomNumberGenerator.GetBytes(32));
        Write("mac", RandomNumberGenerator.GetBytes(32));
        Write("handles", RandomNumberGenerator.GetBytes(32));
        Write("lookup", RandomNumberGenerator.GetBytes(32));
    }

    private void Load()
    {
        var keys = System.IO.Directory.EnumerateFiles(folder, "seal-*.key")
            .ToDictionary(file => uint.Parse(Path.GetFileNameWithoutExtension(file)[5..], System.Globalization.CultureInfo.InvariantCulture), Read);
        if (keys.Count == 0) throw new InvalidOperationException("The key ring holds no sealing key.");
        Mac = Read(PathOf("mac"));
        Handles = Read(PathOf("handles"));
        Lookup = Read(PathOf("lookup"));
        sealing = keys;
        CurrentId = keys.Keys.Max();
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".key");

    private static byte[] Read(string file)
    {
        var document = JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(file)) ?? throw new InvalidOperationException("A key file is empty.");
        return document.Key is { Length: 32 } key ? key : throw new InvalidOperationException("A key file does not hold 256 bits.");
    }

    private void Write(string name, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(PathOf(name), options);
        JsonSerializer.Serialize(stream, new KeyFile(key));
        stream.Flush(flushToDisk: true);
    }

    private sealed record KeyFile(byte[] Key);
}
