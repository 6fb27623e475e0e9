using System.Buffers.Binary;
using System.Text;

namespace ContactPoint.Load.Circuits;

/// <summary>As much of MessagePack as the circuits' protocol needs: nil, booleans, whole numbers, texts, bytes, arrays, maps.</summary>
internal static class MessagePackValue
{
    public static void Write(Stream to, object? value)
    {
        switch (value)
        {
            case null: to.WriteByte(0xC0); break;
            case bool flag: to.WriteByte(flag ? (byte)0xC3 : (byte)0xC2); break;
            case int number: WriteNumber(to, number); break;
            case long number: WriteNumber(to, number); break;
            case string text: WriteHeader(to, Encoding.UTF8.GetByteCount(text), 0xDB); to.Write(Encoding.UTF8.GetBytes(text)); break;
            case byte[] bytes: WriteHeader(to, bytes.Length, 0xC6); to.Write(bytes); break;
            case IReadOnlyDictionary<string, object?> map:
                WriteHeader(to, map.Count, 0xDF);
                foreach (var (key, held) in map)
                {
                    Write(to, key);
                    Write(to, held);
                }

                break;
            case object?[] list:
                WriteHeader(to, list.Length, 0xDD);
                foreach (var item in list)
                    Write(to, item);
                break;
            default: throw new NotSupportedException(value.GetType().Name);
        }
    }

    public static object? Read(ReadOnlySpan<byte> from, ref int at)
    {
        var kind = from[at++];
        switch (kind)
        {
            case <= 0x7F: return (long)kind;
            case >= 0xE0: return (long)(sbyte)kind;
            case >= 0xA0 and <= 0xBF: return Text(from, kind & 0x1F, ref at);
            case >= 0x90 and <= 0x9F: return List(from, kind & 0x0F, ref at);
            case >= 0x80 and <= 0x8F: return Map(from, kind & 0x0F, ref at);
            case 0xC0: return null;
            case 0xC2: return false;
            case 0xC3: return true;
            case 0xC4: return Bytes(from, (int)Unsigned(from, 1, ref at), ref at);
            case 0xC5: return Bytes(from, (int)Unsigned(from, 2, ref at), ref at);
            case 0xC6: return Bytes(from, (int)Unsigned(from, 4, ref at), ref at);
            case 0xCC: return (long)Unsigned(from, 1, ref at);
            case 0xCD: return (long)Unsigned(from, 2, ref at);
            case 0xCE: return (long)Unsigned(from, 4, ref at);
            case 0xCF: return (long)Unsigned(from, 8, ref at);
            case 0xD0: return (long)(sbyte)Unsigned(from, 1, ref at);
            case 0xD1: return (long)(short)Unsigned(from, 2, ref at);
            case 0xD2: return (long)(int)Unsigned(from, 4, ref at);
            case 0xD3: return (long)Unsigned(from, 8, ref at);
            case 0xD9: return Text(from, (int)Unsigned(from, 1, ref at), ref at);
            case 0xDA: return Text(from, (int)Unsigned(from, 2, ref at), ref at);
            case 0xDB: return Text(from, (int)Unsigned(from, 4, ref at), ref at);
            case 0xDC: return List(from, (int)Unsigned(from, 2, ref at), ref at);
            case 0xDD: return List(from, (int)Unsigned(from, 4, ref at), ref at);
            case 0xDE: return Map(from, (int)Unsigned(from, 2, ref at), ref at);
            case 0xDF: return Map(from, (int)Unsigned(from, 4, ref at), ref at);
            default: throw new NotSupportedException($"MessagePack {kind:X2}");
        }
    }

    private static void WriteNumber(Stream to, long number)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = 0xD3;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], number);
        to.Write(bytes);
    }

    private static void WriteHeader(Stream to, int count, byte kind)
    {
        Span<byte> bytes = stackalloc byte[5];
        bytes[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(bytes[1..], count);
        to.Write(bytes);
    }

    private static ulong Unsigned(ReadOnlySpan<byte> from, int size, ref int at)
    {
        ulong value = 0;
        for (var index = 0; index < size; index++)
            value = (value << 8) | from[at++];
        return value;
    }

    private static byte[] Bytes(ReadOnlySpan<byte> from, int length, ref int at) => from[at..(at += length)].ToArray();

    private static string Text(ReadOnlySpan<byte> from, int length, ref int at) => Encoding.UTF8.GetString(from[at..(at += length)]);

    private static object?[] List(ReadOnlySpan<byte> from, int count, ref int at)
    {
        var list = new object?[count];
        for (var index = 0; index < count; index++)
            list[index] = Read(from, ref at);
        return list;
    }

    private static Dictionary<string, object?> Map(ReadOnlySpan<byte> from, int count, ref int at)
    {
        var map = new Dictionary<string, object?>();
        for (var index = 0; index < count; index++)
            map[(string)Read(from, ref at)!] = Read(from, ref at);
        return map;
    }
}
