using System.Diagnostics;
using System.Security.Cryptography;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Index.Files;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>A sealed snapshot on this machine's disk.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="WriteSeconds">Sealing and writing it, flushed.</param>
/// <param name="LoadSeconds">Reading, opening and checking it: ready to search.</param>
internal sealed record SnapshotFigure(long Bytes, double WriteSeconds, double LoadSeconds)
{
    public static SnapshotFigure Measure(ResidentIndex segment)
    {
        // A key of this run's own, in the layout of the product's sealer: AES-256-GCM with a random nonce a chunk.
        var key = RandomNumberGenerator.GetBytes(32);
        var place = System.IO.Directory.CreateTempSubdirectory("contactpoint-bench-snapshot-");
        try
        {
            var folder = new SnapshotFolder(place.FullName, (chunk, bytes) => Seal(key, chunk, bytes), (chunk, bytes) => Open(key, chunk, bytes));
            var clock = Stopwatch.StartNew();
            folder.Write(segment, new SnapshotHead(1, Guid.Empty, DateTimeOffset.UnixEpoch));
            var written = clock.Elapsed;
            clock.Restart();
            if (folder.Read(_ => true) is not { } read || read.Segment.Count != segment.Count) throw new InvalidDataException("The snapshot did not come back whole.");
            return new(place.GetFiles().Sum(file => file.Length), Math.Round(written.TotalSeconds, 2), Math.Round(clock.Elapsed.TotalSeconds, 2));
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static byte[] Seal(byte[] key, Guid chunk, ReadOnlySpan<byte> bytes)
    {
        var closed = new byte[28 + bytes.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, 12));
        using var cipher = new AesGcm(key, 16);
        cipher.Encrypt(closed.AsSpan(0, 12), bytes, closed.AsSpan(28), closed.AsSpan(12, 16), chunk.ToByteArray());
        return closed;
    }

    private static byte[] Open(byte[] key, Guid chunk, ReadOnlySpan<byte> closed)
    {
        var bytes = new byte[closed.Length - 28];
        using var cipher = new AesGcm(key, 16);
        cipher.Decrypt(closed[..12], closed[28..], closed[12..28], bytes, chunk.ToByteArray());
        return bytes;
    }
}
