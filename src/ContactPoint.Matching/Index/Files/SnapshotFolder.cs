using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ContactPoint.Matching.Index.Files;

/// <summary>What a snapshot was taken of.</summary>
/// <param name="Sequence">The last change that it holds.</param>
/// <param name="ChangedChild">The child of that change: tells one database from another that has come as far.</param>
/// <param name="Written">When it was written.</param>
public readonly record struct SnapshotHead(long Sequence, Guid ChangedChild, DateTimeOffset Written);

/// <summary>The sealed snapshots of a segment in a folder: the newest, and the one before it until the newest is whole.</summary>
/// <remarks>
/// Written beside, flushed, then renamed: whenever the power goes, one good file is left. Whatever is cut off, patched, or sealed under a key that is
/// gone is passed over, for the index can always be built from the database.
/// </remarks>
/// <param name="folder">The folder; made when it is missing.</param>
/// <param name="seal">Seals a chunk.</param>
/// <param name="open">Opens a chunk; throws <see cref="CryptographicException"/> when it is not as it was sealed.</param>
public sealed class SnapshotFolder(string folder, ChunkCipher seal, ChunkCipher open)
{
    private const int HeadLength = 8 + 16 + 8;
    private static readonly byte[] Magic = "CPINDEX1"u8.ToArray();

    private string Newest => Path.Combine(folder, "search-index.snapshot");

    private string Before => Path.Combine(folder, "search-index.before");

    private string Unfinished => Path.Combine(folder, "search-index.unfinished");

    /// <summary>Writes a snapshot in the place of the newest, which is kept as the one before.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="head">What it was taken of.</param>
    public void Write(ResidentIndex segment, SnapshotHead head)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(Unfinished, options))
        {
            Write(segment, head, file);
            file.Flush(flushToDisk: true);
        }

        if (File.Exists(Newest)) File.Move(Newest, Before, overwrite: true);
        File.Move(Unfinished, Newest, overwrite: true);
    }

    /// <summary>The newest whole snapshot; null when there is none.</summary>
    /// <param name="isGood">Whether a snapshot of this head may be used; asked before the file is read.</param>
    public (ResidentIndex Segment, SnapshotHead Head)? Read(Func<SnapshotHead, bool> isGood)
    {
        ArgumentNullException.ThrowIfNull(isGood);
        foreach (var path in new[] { Newest, Before })
        {
            try
            {
                if (!File.Exists(path)) continue;
                using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
                if (Read(file, isGood) is { } read) return read;
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                // Refused: the next, or a build from the database.
            }
        }

        return null;
    }

    internal void Write(ResidentIndex segment, SnapshotHead head, Stream to)
    {
        Span<byte> sequence = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(sequence, head.Sequence);
        to.Write(Magic);
        to.Write(sequence);
        using var chunks = new SealedChunks.Writer(to, head.Sequence, seal);
        Span<byte> plain = stackalloc byte[HeadLength];
        BinaryPrimitives.WriteInt64BigEndian(plain, head.Sequence);
        head.ChangedChild.TryWriteBytes(plain[8..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(plain[24..], head.Written.ToUnixTimeSeconds());
        chunks.Write(plain);
        SegmentFile.Write(segment, chunks);
        chunks.Finish();
    }

    internal (ResidentIndex Segment, SnapshotHead Head)? Read(Stream from, Func<SnapshotHead, bool> isGood)
    {
        Span<byte> start = stackalloc byte[16];
        if (from.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start[..8].SequenceEqual(Magic)) throw SealedChunks.Refused();
        using var chunks = new SealedChunks.Reader(from, BinaryPrimitives.ReadInt64BigEndian(start[8..]), open);
        Span<byte> plain = stackalloc byte[HeadLength];
        if (chunks.ReadAtLeast(plain, HeadLength, throwOnEndOfStream: false) < HeadLength) throw SealedChunks.Refused();
        var head = new SnapshotHead(
            BinaryPrimitives.ReadInt64BigEndian(plain), new Guid(plain[8..24], bigEndian: true), DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(plain[24..])));
        if (!isGood(head)) return null;
        var segment = SegmentFile.Read(chunks);
        chunks.Finish();
        return (segment, head);
    }
}
