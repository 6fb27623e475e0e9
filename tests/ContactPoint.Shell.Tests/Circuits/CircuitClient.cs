using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContactPoint.Shell.Tests.Hosting;

namespace ContactPoint.Shell.Tests.Circuits;

/// <summary>
/// A browser's side of a circuit without a browser: fetches the document, starts the circuit, adds the root components, acknowledges
/// what is drawn and answers the server's calls. It notes everything that it hears, with the time.
/// </summary>
internal sealed partial class CircuitClient : IAsyncDisposable
{
    private readonly CircuitLine line = new();
    private readonly Lock gate = new();
    private readonly List<(long At, string Target, string Text)> heard = [];
    private readonly TaskCompletionSource<object?> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long> cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int calls;

    /// <summary>The circuit's secret, with which a lost line is taken up again; null when the server started none.</summary>
    public string? Secret { get; private set; }

    /// <summary>Completes with the time stamp at which the server cut the line.</summary>
    public Task<long> Cut => cut.Task;

    /// <summary>Opens a page and its circuit, as the script of the page does.</summary>
    public static async Task<CircuitClient> OpenAsync(Browser browser, string path = "/")
    {
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        var html = await answer.Content.ReadAsStringAsync();
        var client = new CircuitClient();
        await client.ConnectAsync(browser);
        var page = new Uri(browser.Address, path).ToString();
        client.Secret = await client.CallAsync("StartCircuit", new Uri(browser.Address, "/").ToString(), page, "[]", State(html)) as string;
        if (client.Secret is not null)
            await client.line.InvokeAsync(null, "UpdateRootComponents", Operations(html), "");
        return client;
    }

    /// <summary>Opens a line alone.</summary>
    public async Task ConnectAsync(Browser browser)
    {
        await line.OpenAsync(browser.Address, browser.Cookies.GetCookieHeader(browser.Address), browser.Origin);
        _ = ListenAsync();
    }

    /// <summary>Calls the hub and waits for its answer.</summary>
    public async Task<object?> CallAsync(string method, params object?[] arguments)
    {
        await line.InvokeAsync("1", method, arguments);
        return await started.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Sends a call that nobody waits for.</summary>
    public Task SendAsync(string method, params object?[] arguments) => line.InvokeAsync(null, method, arguments);

    /// <summary>Waits until something that was drawn or called holds a text.</summary>
    /// <returns>When it came.</returns>
    public async Task<long> HearAsync(string text, long since = 0)
    {
        var limit = Stopwatch.GetTimestamp() + (30 * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < limit)
        {
            lock (gate)
            {
                foreach (var (at, _, words) in heard)
                {
                    if (at >= since && words.Contains(text, StringComparison.Ordinal))
                        return at;
                }
            }

            await Task.Delay(5);
        }

        throw new TimeoutException($"Nothing was heard of '{text}'. Heard: {Transcript()}");
    }

    /// <summary>All that was heard, in order, without times.</summary>
    public string Transcript()
    {
        lock (gate)
            return string.Join('\n', heard.Select(item => $"{item.Target} {item.Text}"));
    }

    public async ValueTask DisposeAsync() => await line.DisposeAsync();

    private async Task ListenAsync()
    {
        await foreach (var message in line.Messages.ReadAllAsync())
        {
            var now = Stopwatch.GetTimestamp();
            switch ((long)message[0]!)
            {
                case 1: await HearAsync(now, (string)message[3]!, (object?[])message[4]!); break;
                case 3 when (long)message[3]! == 1:
                case 7:
                    lock (gate)
                        heard.Add((now, "error", JsonSerializer.Serialize(message)));
                    started.TrySetResult(null);
                    break;
                case 3: started.TrySetResult((long)message[3]! == 3 ? message[4] : null); break;
            }
        }

        cut.TrySetResult(Stopwatch.GetTimestamp());
    }

    private async Task HearAsync(long now, string target, object?[] arguments)
    {
        var words = string.Join(' ', arguments.Select(argument => argument is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(argument, CultureInfo.InvariantCulture)));
        lock (gate)
            heard.Add((now, target, words));
        if (target == "JS.RenderBatch")
            await SendAsync("OnRenderCompleted", arguments[0], null);
        else if (target == "JS.BeginInvokeJS")
            await SendAsync("EndInvokeJSFromDotNet", arguments[0], true, $"[{Convert.ToString(arguments[0], CultureInfo.InvariantCulture)},true,null]");
        Interlocked.Increment(ref calls);
    }

    // The document holds a marker for each root component, and the sealed state of the page.
    internal static string Operations(string html)
    {
        var operations = Marker().Matches(html).Select((marker, index) => new
        {
            type = "add",
            ssrComponentId = index + 1,
            marker = JsonSerializer.Deserialize<JsonElement>(WebUtility.HtmlDecode(marker.Groups[1].Value)),
        });
        return JsonSerializer.Serialize(new { batchId = 1, operations });
    }

    internal static string State(string html) => StateComment().Match(html) is { Success: true } match ? match.Groups[1].Value : "";

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex StateComment();
}
