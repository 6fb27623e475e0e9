using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using ContactPoint.Matching.Identifiers;

namespace ContactPoint.Matching.Index.Files;

/// <summary>Writes a segment to a stream and reads it back, array by array, so that it need not be built again. In clear: seal the stream.</summary>
/// <remarks>Little-endian. The format may change with any version: a file of another version is refused, and the index built anew.</remarks>
public static class SegmentFile
{
    private const int Version = 2;
    private const int Chunk = 1 << 20;

    /// <summary>Writes a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="to">Where to.</param>
    public static void Write(ResidentIndex segment, Stream to)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(to);
        Write(to, [Version, segment.RowCount, segment.Count, segment.NameCount, segment.Rows.Days.First]);
        Write(to, segment.Names.Texts.Ends);
        Write(to, segment.Names.Texts.Text);
        Write(to, segment.Rows.Days.Starts);
        Write(to, segment.Rows.Begins);
        Write(to, segment.Rows.Cells);
        Write(to, segment.Keys);
        Write(to, segment.ByKey.Raw);
        Write(to, Encoding.ASCII.GetBytes(string.Join(' ', segment.Postcodes.Districts.Select(district => district.Value))));
        Write(to, segment.Postcodes.Starts);
        Write(to, segment.Postcodes.Rows.Raw);
        foreach (var order in new[] { segment.ByFamilyAndGiven, segment.ByFamilyAndMiddle })
        {
            Write(to, order.Starts);
            Write(to, order.Rows.Raw);
        }
    }

    /// <summary>Reads a segment.</summary>
    /// <param name="from">Where from.</param>
    /// <exception cref="InvalidDataException">It is not a segment of this version, or not whole.</exception>
    public static ResidentIndex Read(Stream from)
    {
        ArgumentNullException.ThrowIfNull(from);
        try
        {
            return ReadParts(from);
        }
        catch (Exception fault) when (fault is EndOfStreamException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The file holds no whole segment.", fault);
        }
    }

    private static ResidentIndex ReadParts(Stream from)
    {
        var head = Read<int>(from);
        if (head is not [Version, var rowCount, var childCount, var nameCount, var firstDay]) throw new InvalidDataException("The file is of another version.");
        var ends = Read<int>(from);
        var names = NameDictionary.Of(new NameTexts(Read<byte>(from), ends));
        var days = new DayTable(firstDay, Read<int>(from));
        var begins = Read<ulong>(from);
        var rows = new RowTable(rowCount, Read<byte>(from), days, begins);
        var keys = Read<Guid>(from);
        if (names.Count != nameCount || rows.Children != childCount || keys.Length != childCount || days.Starts[^1] != rowCount) throw new InvalidDataException("The parts of the file do not agree.");
        var byKey = new PackedNumbers(childCount, childCount, Read<byte>(from));
        OutwardCode[] districts = [.. Encoding.ASCII.GetString(Read<byte>(from)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(OutwardCode.Trusted)];
        var postcodes = ReadOrder(from, rowCount, out var starts);
        var byGiven = ReadOrder(from, rowCount, out var givenStarts);
        var byMiddle = ReadOrder(from, rowCount, out var middleStarts);
        return new ResidentIndex(
            names, rows, keys, byKey, new PostcodeOrder(rows, districts, postcodes, starts),
            new PairOrder(rows, byMiddle: false, byGiven, givenStarts), new PairOrder(rows, byMiddle: true, byMiddle, middleStarts));
    }

    private static PackedNumbers ReadOrder(Stream from, int below, out int[] starts)
    {
        starts = Read<int>(from);
        return new PackedNumbers(starts[^1], below, Read<byte>(from));
    }

    private static void Write<T>(Stream to, T[] values)
        where T : unmanaged
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, values.Length);
        to.Write(length);
        for (var rest = values.AsSpan(); !rest.IsEmpty;)
        {
            var part = rest[..Math.Min(rest.Length, Chunk)];
            to.Write(MemoryMarshal.AsBytes(part));
            rest = rest[part.Length..];
        }
    }

    private static T[] Read<T>(Stream from)
        where T : unmanaged
    {
        Span<byte> length = stackalloc byte[4];
        from.ReadExactly(length);
        var values = GC.AllocateUninitializedArray<T>(checked((int)(uint)BinaryPrimitives.ReadInt32LittleEndian(length)));
        for (var rest = values.AsSpan(); !rest.IsEmpty;)
        {
            var part = rest[..Math.Min(rest.Length, Chunk)];
            from.ReadExactly(MemoryMarshal.AsBytes(part));
            rest = rest[part.Length..];
        }

        return values;
    }
}
