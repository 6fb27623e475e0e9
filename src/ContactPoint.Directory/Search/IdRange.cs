using System.Buffers.Binary;

namespace ContactPoint.Directory.Search;

/// <summary>A range of ids in the order in which both databases keep them: byte by byte.</summary>
/// <param name="After">The id before the first; not in the range itself.</param>
/// <param name="Last">The last id.</param>
internal readonly record struct IdRange(Guid After, Guid Last)
{
    public static IdRange All { get; } = new(Guid.Empty, Guid.AllBitsSet);

    /// <summary>At most so many ranges side by side, of even width between two ids. They cover every id there is, also those that come meanwhile.</summary>
    public static IReadOnlyList<IdRange> Split(Guid first, Guid last, int most)
    {
        var (start, end) = (Number(first), Number(last));
        var width = end > start ? (end - start) / (uint)most : 0;
        var ranges = new List<IdRange>(most);
        var after = All.After;
        for (var i = 1; i < most && width > 0; i++)
        {
            var bound = Id(start + (width * (uint)i));
            ranges.Add(new IdRange(after, bound));
            after = bound;
        }

        ranges.Add(new IdRange(after, All.Last));
        return ranges;
    }

    private static UInt128 Number(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static Guid Id(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new Guid(bytes, bigEndian: true);
    }
}
