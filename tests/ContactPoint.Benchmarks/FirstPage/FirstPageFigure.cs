using System.IO.Compression;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;

namespace ContactPoint.Benchmarks.FirstPage;

/// <summary>One file of a page as it came.</summary>
internal sealed record FetchedFile(string Path, string Encoding, int Bytes, int PlainBytes);

/// <summary>A page with all that it fetches.</summary>
internal sealed partial record FirstPageFigure(string Page, int Bytes, int PlainBytes, IReadOnlyList<FetchedFile> Files)
{
    // Fetched by Blazor's script, named in no document.
    private const string ByScript = "/_blazor/initializers";

    public static async Task<FirstPageFigure> FetchAsync(PublishedShell host, string page)
    {
        var files = new Dictionary<string, FetchedFile>();
        var waiting = new Queue<Uri>([new Uri(host.Address, page)]);
        while (waiting.TryDequeue(out var address))
        {
            if (files.ContainsKey(address.PathAndQuery)) continue;
            var (file, text) = await FetchAsync(host, address);
            files[address.PathAndQuery] = file;
            foreach (var further in Named(address, text)) waiting.Enqueue(further);
        }

        return new FirstPageFigure(page, files.Values.Sum(file => file.Bytes), files.Values.Sum(file => file.PlainBytes), [.. files.Values.OrderByDescending(file => file.Bytes)]);
    }

    private static async Task<(FetchedFile File, string Text)> FetchAsync(PublishedShell host, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html,*/*");
        request.Headers.Add("Accept-Encoding", "br, gzip");
        request.Headers.Add("Cookie", host.Cookie);
        using var answer = await host.Client.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{address.PathAndQuery} answered {(int)answer.StatusCode}.");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var encoding = string.Join(",", answer.Content.Headers.ContentEncoding);
        var plain = Unpack(bytes, encoding);
        return (new FetchedFile(address.PathAndQuery, encoding, bytes.Length, plain.Length), Encoding.UTF8.GetString(plain));
    }

    private static byte[] Unpack(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream reader = encoding switch { "br" => new BrotliStream(packed, CompressionMode.Decompress), "gzip" => new GZipStream(packed, CompressionMode.Decompress), _ => packed };
        using var plain = new MemoryStream();
        reader.CopyTo(plain);
        return plain.ToArray();
    }

    private static IEnumerable<Uri> Named(Uri from, string text)
    {
        var isDocument = text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        var isStyle = from.AbsolutePath.EndsWith(".css", StringComparison.Ordinal);
        var found = isDocument ? FilesOfDocument().Matches(text) : isStyle ? FilesOfStyle().Matches(text) : FilesOfScript().Matches(text);
        var start = isDocument ? new Uri(from, "/") : from;
        var named = found.Select(match => match.Groups[1].Value).Where(path => !path.StartsWith("data:", StringComparison.Ordinal) && !path.StartsWith('#')).Select(path => new Uri(start, path));
        return isDocument && text.Contains("blazor.web", StringComparison.Ordinal) ? named.Append(new Uri(start, ByScript)) : named;
    }

    [GeneratedRegex("""<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"[^>]*>""")]
    private static partial Regex FilesOfDocument();

    [GeneratedRegex("""(?:url\(|@import\s+)["']?([^"')]+)""")]
    private static partial Regex FilesOfStyle();

    // Modules that a module imports when it is read; what is imported later is no part of the first page.
    [GeneratedRegex("""^import\s[^("']*["'](\.[^"']+)["']""", RegexOptions.Multiline)]
    private static partial Regex FilesOfScript();
}
