using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ContactPoint.Kernel.Identity;

/// <summary>A secret of 256 random bits that is handed out as text and stored as its SHA-256 alone.</summary>
/// <remarks>It has full entropy, so a plain hash is enough: there is nothing to guess (ASVS 7.2.3, 11.4.2).</remarks>
internal readonly record struct RandomToken(string Text, byte[] Hash)
{
    private const int LongestText = 100;

    public static RandomToken New()
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new RandomToken(text, HashOf(text));
    }

    /// <summary>The name by which a session's token is known when it is not at hand: the first half of its hash, 128 bits.</summary>
    public static Guid IdOf(ReadOnlySpan<byte> hash) => new(hash[..16], bigEndian: true);

    /// <summary>The stored form of whatever was presented; what cannot be a token hashes to something that no row holds.</summary>
    public static byte[] HashOf(string? presented) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(presented is { Length: <= LongestText } ? presented : string.Empty));
}
