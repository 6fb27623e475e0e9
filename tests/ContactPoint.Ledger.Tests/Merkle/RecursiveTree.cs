using System.Security.Cryptography;

namespace ContactPoint.Ledger.Tests.Merkle;

/// <summary>RFC 9162 §2.1.1, §2.1.3.1 and §2.1.4.1, copied from the recursive definitions: slow, plain, and sharing no code with the product.</summary>
internal static class RecursiveTree
{
    internal static byte[] Mth(IReadOnlyList<byte[]> d) => d.Count switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0x00, .. d[0]]),
        _ => SHA256.HashData([0x01, .. Mth(Left(d)), .. Mth(Right(d))]),
    };

    internal static List<byte[]> Path(int m, IReadOnlyList<byte[]> d)
    {
        if (d.Count == 1)
            return [];
        var k = K(d.Count);
        return m < k ? [.. Path(m, Left(d)), Mth(Right(d))] : [.. Path(m - k, Right(d)), Mth(Left(d))];
    }

    internal static List<byte[]> Proof(int m, IReadOnlyList<byte[]> d) => m == 0 || m == d.Count ? [] : SubProof(m, d, true);

    private static List<byte[]> SubProof(int m, IReadOnlyList<byte[]> d, bool b)
    {
        if (m == d.Count)
            return b ? [] : [Mth(d)];
        var k = K(d.Count);
        return m <= k
            ? [.. SubProof(m, Left(d), b), Mth(Right(d))]
            : [.. SubProof(m - k, Right(d), false), Mth(Left(d))];
    }

    private static int K(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }

    private static List<byte[]> Left(IReadOnlyList<byte[]> d) => [.. d.Take(K(d.Count))];

    private static List<byte[]> Right(IReadOnlyList<byte[]> d) => [.. d.Skip(K(d.Count))];
}
