using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ContactPoint.Demo;

/// <summary>Ids that follow from names, so that one seed makes one country, byte for byte (RFC 9562 version 8).</summary>
internal static class DemoIds
{
    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes("contactpoint-demo:" + name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    public static string DirectoryNumber(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("contactpoint-demo-number:" + name));
        return Sdk.Children.DirectoryNumber.FromBits(BinaryPrimitives.ReadUInt64BigEndian(hash)).Value;
    }
}
