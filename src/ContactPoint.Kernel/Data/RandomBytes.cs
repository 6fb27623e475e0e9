using System.Security.Cryptography;

namespace ContactPoint.Kernel.Data;

/// <summary>Bytes of the system's generator, drawn by the page: a call for each nonce and each id was a tenth of what sealing a child costs.</summary>
internal static class RandomBytes
{
    private const int Page = 4_096;

    [ThreadStatic]
    private static byte[]? page;

    [ThreadStatic]
    private static int used;

    /// <summary>Fills a short span. What was handed out is wiped from the page.</summary>
    public static void Fill(Span<byte> bytes)
    {
        if (bytes.Length > Page / 4)
        {
            RandomNumberGenerator.Fill(bytes);
            return;
        }

        if (page is null || used + bytes.Length > Page)
        {
            page ??= GC.AllocateUninitializedArray<byte>(Page);
            RandomNumberGenerator.Fill(page);
            used = 0;
        }

        var drawn = page.AsSpan(used, bytes.Length);
        drawn.CopyTo(bytes);
        drawn.Clear();
        used += bytes.Length;
    }
}
