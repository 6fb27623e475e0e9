namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>Every byte of the database as a thief would have it: file, log and all.</summary>
internal sealed class DatabaseBytes(byte[] bytes)
{
    public int Length => bytes.Length;

    public static async Task<DatabaseBytes> ReadAsync(IdentityHost host)
    {
        var all = new List<byte>();
        foreach (var file in System.IO.Directory.EnumerateFiles(Path.GetDirectoryName(host.DatabaseFile)!, "contactpoint.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var part = new MemoryStream();
            await stream.CopyToAsync(part);
            all.AddRange(part.ToArray());
        }

        return new DatabaseBytes([.. all]);
    }

    public bool Contains(ReadOnlySpan<byte> needle) => bytes.AsSpan().IndexOf(needle) >= 0;
}
