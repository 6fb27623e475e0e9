using System.Text.Json;
using OtpNet;

namespace ContactPoint.Browser.Tests.Hosts;

/// <summary>The pretend tokens of the demo people, read from the data directory as the demo page reads them.</summary>
internal sealed class DemoTokens(string dataDirectory)
{
    private readonly Dictionary<string, string> secrets =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(dataDirectory, "demo", "people.json")))!;

    private readonly Dictionary<string, string> used = [];

    /// <summary>The code that the token shows now. Each code signs in once, so a second sign-in waits for the next one.</summary>
    public async Task<string> CodeOfAsync(string userName)
    {
        var token = new Totp(Base32Encoding.ToBytes(secrets[userName]));
        while (used.GetValueOrDefault(userName) == token.ComputeTotp()) await Task.Delay(TimeSpan.FromMilliseconds(250));
        return used[userName] = token.ComputeTotp();
    }
}
