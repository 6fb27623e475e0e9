using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Data;

internal sealed class RandomIdSource : IIdSource
{
    private const int TimeSize = 6;

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomBytes.Fill(bytes);
        return Stamp(bytes, 4);
    }

    public Guid NewOrderedId(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomBytes.Fill(bytes[TimeSize..]);
        var time = at.ToUnixTimeMilliseconds();
        for (var i = TimeSize - 1; i >= 0; i--, time >>= 8) bytes[i] = (byte)time;
        return Stamp(bytes, 7);
    }

    private static Guid Stamp(Span<byte> bytes, int version)
    {
        bytes[6] = (byte)((bytes[6] & 0x0F) | (version << 4));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
