using System.Text.Json;

namespace ContactPoint.Demo.People;

/// <summary>The secrets of the pretend tokens, in a file of the demo's own. They open synthetic accounts of this one database and nothing else.</summary>
internal sealed class TokenStore(DemoFolder folder)
{
    private const string FileName = "people.json";

    /// <summary>Secrets in base 32 by user name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellation)
    {
        var file = folder.PathOf(FileName);
        if (!File.Exists(file)) return new Dictionary<string, string>();
        await using var stream = File.OpenRead(file);
        return await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(stream, cancellationToken: cancellation) ?? [];
    }

    public async Task<bool> IsCompleteAsync(CancellationToken cancellation)
    {
        var known = await ReadAsync(cancellation);
        return Cast.All.All(member => known.ContainsKey(member.UserName));
    }

    public Task WriteAsync(IReadOnlyDictionary<string, string> secrets, CancellationToken cancellation) =>
        folder.WriteAsync(FileName, JsonSerializer.SerializeToUtf8Bytes(secrets), cancellation);
}
