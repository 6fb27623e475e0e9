using System.Buffers.Binary;
using System.Numerics;

namespace ContactPoint.Ledger.Merkle;

/// <summary>
/// The right edge of an append-only Merkle tree (RFC 9162 §2.1.1): the roots of its complete subtrees, one for each bit set in
/// the size. Enough to append leaves and to know the root at any moment; at most 63 hashes, whatever the size. Not thread-safe.
/// </summary>
public sealed class MerkleFrontier
{
    private readonly LedgerHash[] _peaks = new LedgerHash[63];

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Appends a leaf hash (from <see cref="MerkleHasher.Leaf"/> or <see cref="Entries.AuditLeaf"/>) and returns its leaf number.</summary>
    /// <param name="leafHash">The leaf's hash, not its data.</param>
    /// <param name="completed">Receives the nodes this leaf completes, the leaf itself first; about two on average. Null to ignore them.</param>
    public long Append(LedgerHash leafHash, ICollection<MerkleNode>? completed = null)
    {
        if (Size == long.MaxValue)
            throw new InvalidOperationException("The tree is full.");
        var number = Size;
        completed?.Add(new MerkleNode(new NodeAddress(0, number), leafHash));
        var level = 0;
        for (var rest = number; (rest & 1) == 1; rest >>= 1)
        {
            leafHash = MerkleHasher.Node(_peaks[level], leafHash);
            level++;
            completed?.Add(new MerkleNode(new NodeAddress(level, rest >> 1), leafHash));
        }
        _peaks[level] = leafHash;
        Size = number + 1;
        return number;
    }

    /// <summary>Root over all leaves so far; <see cref="MerkleHasher.EmptyRoot"/> when there are none.</summary>
    public LedgerHash Root()
    {
        if (Size == 0)
            return MerkleHasher.EmptyRoot;
        var level = BitOperations.TrailingZeroCount(Size);
        var root = _peaks[level];
        for (var rest = Size >> (level + 1); rest != 0; rest >>= 1)
        {
            level++;
            if ((rest & 1) == 1)
                root = MerkleHasher.Node(_peaks[level], root);
        }
        return root;
    }

    /// <summary>An independent copy.</summary>
    public MerkleFrontier Clone()
    {
        var copy = new MerkleFrontier { Size = Size };
        _peaks.CopyTo(copy._peaks, 0);
        return copy;
    }

    /// <summary>The state: size as 8 bytes big-endian, then the complete subtrees' roots from the largest to the smallest, 32 bytes each.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[8 + BitOperations.PopCount((ulong)Size) * LedgerHash.Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Size);
        var offset = 8;
        for (var level = 62; level >= 0; level--)
        {
            if ((Size >> level & 1) == 0)
                continue;
            _peaks[level].CopyTo(bytes.AsSpan(offset));
            offset += LedgerHash.Size;
        }
        return bytes;
    }

    /// <summary>Restores what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no frontier: negative size or a length that does not fit it.</exception>
    public static MerkleFrontier FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8)
            throw new FormatException("A frontier has at least 8 bytes.");
        var size = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (size < 0 || bytes.Length != 8 + BitOperations.PopCount((ulong)size) * LedgerHash.Size)
            throw new FormatException($"The frontier's length ({bytes.Length} bytes) does not fit its size ({size} leaves).");
        var frontier = new MerkleFrontier { Size = size };
        var offset = 8;
        for (var level = 62; level >= 0; level--)
        {
            if ((size >> level & 1) == 0)
                continue;
            frontier._peaks[level] = new LedgerHash(bytes.Slice(offset, LedgerHash.Size));
            offset += LedgerHash.Size;
        }
        return frontier;
    }
}
