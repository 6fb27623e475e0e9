using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ContactPoint.Directory.Load;

/// <summary>Rows on their way to the database, as bytes in one piece: as objects, the collector walked through all that waited each time it came by, a sixth of a load's time.</summary>
/// <remarks>A value is its kind and, but for nothing, a number of eight bytes: itself, or the length of what follows.</remarks>
internal sealed class PackedRows : IDisposable
{
    private const int HeadLength = 1 + sizeof(long);
    private const int AtFirst = 1 << 18;
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(AtFirst);
    private int used;

    public int Count { get; private set; }

    /// <summary>Adds a row: no value, bytes, text, whole numbers, days.</summary>
    public void Add(ReadOnlySpan<object?> row)
    {
        foreach (var value in row) Add(value);
        Count++;
    }

    /// <summary>Reads the values, row by row.</summary>
    public Cursor Read() => new(bytes.AsSpan(0, used));

    /// <summary>The rows as objects, for whoever takes no others.</summary>
    /// <param name="columns">How many values a row has.</param>
    public IEnumerable<object?[]> Rows(int columns)
    {
        for (int row = 0, at = 0; row < Count; row++)
        {
            var values = new object?[columns];
            var cursor = new Cursor(bytes.AsSpan(at, used - at));
            for (var i = 0; i < columns; i++)
            {
                cursor.Next();
                values[i] = cursor.Value;
            }

            at += cursor.Used;
            yield return values;
        }
    }

    /// <summary>Gives the memory back; the rows are gone.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, used, Count) = ([], 0, 0);
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null:
                Room(1)[0] = (byte)PackedKind.Nothing;
                break;
            case byte[] blob:
                blob.CopyTo(Head(PackedKind.Bytes, blob.Length, blob.Length));
                break;
            case string text:
                var length = Encoding.UTF8.GetByteCount(text);
                Encoding.UTF8.GetBytes(text, Head(PackedKind.Text, length, length));
                break;
            case long number:
                Head(PackedKind.Long, number, 0);
                break;
            case int number:
                Head(PackedKind.Int, number, 0);
                break;
            case DateOnly day:
                Head(PackedKind.Day, day.DayNumber, 0);
                break;
            default:
                throw new ArgumentException($"No stored form for {value.GetType().Name}.", nameof(value));
        }
    }

    private Span<byte> Head(PackedKind kind, long number, int follows)
    {
        var room = Room(HeadLength + follows);
        room[0] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(room[1..], number);
        return room[HeadLength..];
    }

    private Span<byte> Room(int length)
    {
        if (bytes.Length - used < length)
        {
            var more = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, used + length));
            bytes.AsSpan(0, used).CopyTo(more);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = more;
        }

        used += length;
        return bytes.AsSpan(used - length, length);
    }

    /// <summary>A value after the other.</summary>
    internal ref struct Cursor(ReadOnlySpan<byte> rows)
    {
        private readonly ReadOnlySpan<byte> rows = rows;

        /// <summary>How many bytes were read.</summary>
        public int Used { get; private set; }

        public PackedKind Kind { get; private set; }

        /// <summary>A number, or a day's.</summary>
        public long Number { get; private set; }

        /// <summary>Bytes, or a text as UTF-8.</summary>
        public ReadOnlySpan<byte> Bytes { get; private set; }

        public readonly object? Value => Kind switch
        {
            PackedKind.Nothing => null,
            PackedKind.Bytes => Bytes.ToArray(),
            PackedKind.Text => Encoding.UTF8.GetString(Bytes),
            PackedKind.Long => Number,
            PackedKind.Int => (int)Number,
            _ => DateOnly.FromDayNumber((int)Number),
        };

        public void Next()
        {
            Kind = (PackedKind)rows[Used++];
            if (Kind == PackedKind.Nothing) return;
            Number = BinaryPrimitives.ReadInt64LittleEndian(rows[Used..]);
            Used += sizeof(long);
            if (Kind is not (PackedKind.Bytes or PackedKind.Text)) return;
            Bytes = rows.Slice(Used, (int)Number);
            Used += (int)Number;
        }
    }
}

/// <summary>What a packed value is.</summary>
internal enum PackedKind : byte
{
    Nothing = 0,
    Bytes = 1,
    Text = 2,
    Long = 3,
    Int = 4,
    Day = 5,
}
