using System.Runtime.CompilerServices;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>A received file, read back from its sealed pieces; a few megabytes of it stay in memory.</summary>
internal sealed class SpooledContent(IUnitOfWorkFactory units, ISealer sealer, Guid run, long length) : IFeedContent
{
    /// <summary>Bytes of every piece but the last.</summary>
    public const int ChunkBytes = 256 * 1024;

    private const int MostKept = 24;

    private readonly Dictionary<int, LinkedListNode<(int Number, byte[] Bytes)>> kept = [];
    private readonly LinkedList<(int Number, byte[] Bytes)> byUse = new();

    /// <summary>What a piece is sealed for: run and place, so that pieces cannot change places.</summary>
    public static Guid RecordOf(Guid run, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        run.TryWriteBytes(bytes, bigEndian: true, out _);
        for (var i = 0; i < 4; i++) bytes[15 - i] ^= (byte)(number >> (8 * i));
        return new Guid(bytes, bigEndian: true);
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var number = 0; (long)number * ChunkBytes < length; number++) yield return await ChunkAsync(number, cancellation);
    }

    public async ValueTask<ReadOnlyMemory<byte>> SliceAsync(long offset, int length, CancellationToken cancellation = default)
    {
        var (number, start) = ((int)(offset / ChunkBytes), (int)(offset % ChunkBytes));
        var chunk = await ChunkAsync(number, cancellation);
        if (start + length <= chunk.Length) return chunk.AsMemory(start, length);
        var joined = new byte[length];
        var first = chunk.Length - start;
        chunk.AsSpan(start).CopyTo(joined);
        (await ChunkAsync(number + 1, cancellation)).AsSpan(0, length - first).CopyTo(joined.AsSpan(first));
        return joined;
    }

    private async ValueTask<byte[]> ChunkAsync(int number, CancellationToken cancellation)
    {
        if (kept.TryGetValue(number, out var node))
        {
            byUse.Remove(node);
            byUse.AddLast(node);
            return node.Value.Bytes;
        }

        var closed = await units.ReadAsync(
            async unit => await FeedStatements.ReadChunk(unit).Bind(run, number).ExecuteScalarAsync() as byte[], cancellation)
            ?? throw new InvalidDataException("A piece of a received file is gone.");
        var bytes = sealer.Unseal(FeedPurposes.Chunk, RecordOf(run, number), closed);
        kept[number] = byUse.AddLast((number, bytes));
        if (kept.Count > MostKept)
        {
            kept.Remove(byUse.First!.Value.Number);
            byUse.RemoveFirst();
        }

        return bytes;
    }
}
