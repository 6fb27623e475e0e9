using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContactPoint.Load.Circuits;
using ContactPoint.Shell.Tests.Circuits;
using ContactPoint.Shell.Tests.Hosting;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>
/// A circuit whose browser answers only when the server rests: acknowledgements and answers to calls go out one at a time, in order. So the
/// same acts give the same frames, byte for byte, unless the server itself tells two worlds apart.
/// </summary>
internal sealed partial class DrivenCircuit(World world, Browser browser, Transcript transcript) : IAsyncDisposable
{
    private const string Origin = $"https://{ShellApp.PublicName}/";
    private const int Turns = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly CircuitLine line = new();
    private readonly ConcurrentQueue<(string Method, object?[] Arguments)> replies = new();
    private readonly ConcurrentQueue<string> done = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?>> calls = new();
    private string? events;
    private string? secret;
    private int number;
    private int fired;

    /// <summary>The page as drawn so far.</summary>
    public DrawnPage Page { get; } = new();

    /// <summary>Opens a page and its circuit.</summary>
    public async Task OpenAsync(string path)
    {
        using var answer = await browser.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        await line.OpenAsync(browser.Address, browser.Cookies.GetCookieHeader(browser.Address), browser.Address.GetLeftPart(UriPartial.Authority));
        _ = ListenAsync();
        var document = new CircuitDocument(html);
        secret = await CallAsync("StartCircuit", Origin, Origin + path.TrimStart('/'), "[]", document.State) as string;
        await CallAsync("UpdateRootComponents", document.Operations, "");
        await SettleAsync();
    }

    /// <summary>Follows a link of the application.</summary>
    public async Task NavigateAsync(string path)
    {
        await CallAsync("OnLocationChanged", Origin + path.TrimStart('/'), null, true);
        await SettleAsync();
    }

    /// <summary>Fires an event of an element; nothing when the page has no such element, or it does not listen.</summary>
    public async Task FireAsync(DrawnNode? node, string name, object? arguments = null)
    {
        transcript.Note($"fire {name} {node?.Name} {node?.Attributes.GetValueOrDefault("id")}");
        if (node is null || events is null || !node.Handlers.TryGetValue("on" + name, out var handler))
            return;
        var details = JsonSerializer.Serialize(new[] { new { eventHandlerId = handler, eventName = name, eventFieldInfo = (object?)null }, arguments ?? new { type = name } });
        await CallAsync("BeginInvokeDotNetFromJS", (++fired).ToString(CultureInfo.InvariantCulture), null, "DispatchEventAsync", long.Parse(events, CultureInfo.InvariantCulture), details);
        await SettleAsync();
    }

    /// <summary>Types a value into a field and leaves it.</summary>
    public Task TypeAsync(string id, string value) => FireAsync(Page.ById(id), "change", new { value });

    /// <summary>
    /// Writes down the answers to the events themselves, one for each, in the order of the events: when one comes, before or after a batch that
    /// the event caused, is chance, for the framework sends it from another thread.
    /// </summary>
    public async Task FinishAsync()
    {
        for (var limit = DateTime.UtcNow + Longest; done.Count < fired && DateTime.UtcNow < limit;)
            await Task.Delay(1);
        foreach (var words in done.Order(StringComparer.Ordinal))
            transcript.Frame("JS.EndInvokeDotNet", words);
    }

    public async ValueTask DisposeAsync()
    {
        // As a browser does when its page is left: the circuit ends at once instead of waiting for the line to come back.
        using var content = new MultipartFormDataContent { { new StringContent(secret ?? ""), "circuitId" } };
        await browser.PostAsync("/_blazor/disconnect", content, ("Origin", browser.Origin));
        await line.DisposeAsync();
    }

    private async Task SettleAsync()
    {
        var limit = DateTime.UtcNow + Longest;
        while (DateTime.UtcNow < limit)
        {
            if (!await RestsAsync(replies.IsEmpty ? Turns : 2))
                continue;

            if (!replies.TryDequeue(out var reply))
                return;
            await CallAsync(reply.Method, reply.Arguments);
        }

        throw new TimeoutException("The circuit does not come to rest.");
    }

    // At rest: nothing is asked of the database, nothing waits for a thread, and several calls in a row came back through the circuit's own queue,
    // behind all that it had to do, without another frame. The acknowledgement of a batch long past does nothing else.
    private async Task<bool> RestsAsync(int turns)
    {
        var (asked, frames) = (world.Units.Asked, transcript.Frames);
        for (var turn = 0; turn < turns; turn++)
        {
            while (!world.Units.IsIdle || ThreadPool.PendingWorkItemCount > 0)
                await Task.Delay(1);
            if (turn >= 2)
                await Task.Delay(1);
            await CallAsync("OnRenderCompleted", 0, null);
        }

        return world.Units.IsIdle && world.Units.Asked == asked && transcript.Frames == frames;
    }

    private async Task<object?> CallAsync(string method, params object?[] arguments)
    {
        var id = (++number).ToString(CultureInfo.InvariantCulture);
        var answer = calls[id] = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await line.InvokeAsync(id, method, arguments);
        return await answer.Task.WaitAsync(Longest);
    }

    private async Task ListenAsync()
    {
        await foreach (var message in line.Messages.ReadAllAsync())
        {
            switch ((long)message[0]!)
            {
                case 1: Hear((string)message[3]!, (object?[])message[4]!); break;
                case 3: calls[(string)message[2]!].TrySetResult(message.Length > 4 ? message[4] : null); break;
                case 7: transcript.Note("closed"); break;
            }
        }

        foreach (var call in calls.Values)
            call.TrySetResult(null);
    }

    private void Hear(string target, object?[] arguments)
    {
        if (target == "JS.RenderBatch")
        {
            var bytes = (byte[])arguments[1]!;
            var batch = new RenderBatch(bytes);
            foreach (var element in batch.CapturedElements())
                transcript.Know(element);
            Page.Apply(batch);
            transcript.Frame(target, $"{arguments[0]} {Encoding.Latin1.GetString(bytes)}");
            replies.Enqueue(("OnRenderCompleted", [arguments[0], null]));
            return;
        }

        var words = string.Join(' ', arguments.Select(argument => argument is byte[] bytes ? Encoding.Latin1.GetString(bytes) : Convert.ToString(argument, CultureInfo.InvariantCulture)));
        if (target == "JS.EndInvokeDotNet")
        {
            done.Enqueue(words);
            return;
        }

        transcript.Frame(target, words);
        if (target != "JS.BeginInvokeJS")
            return;
        if (EventSink().Match(words) is { Success: true } sink)
            events ??= sink.Groups[1].Value;

        replies.Enqueue(("EndInvokeJSFromDotNet", [arguments[0], true, $"[{Convert.ToString(arguments[0], CultureInfo.InvariantCulture)},true,{AnswerTo((string)arguments[1]!, (long)arguments[3]!, (long)arguments[4]!)}]"]));
        if (Leading().Match(words) is { Success: true } leading)
            replies.Enqueue(("OnLocationChanged", [new Uri(new Uri(Origin), leading.Groups[1].Value).ToString(), null, false]));
    }

    // MudBlazor asks for its script again every few milliseconds until it is there; a module is asked for by reference.
    private static string AnswerTo(string function, long resultKind, long module) =>
        function == "window.hasOwnProperty" ? "true" : resultKind == 1 ? "{\"__jsObjectId\":1}" : module == 0 ? "null" : "false";

    [GeneratedRegex("attachWebRendererInterop.*?__dotNetObject\":(\\d+)")]
    private static partial Regex EventSink();

    [GeneratedRegex("navigationManager\\.navigateTo \\[\"([^\"]+)\",.*?\"forceLoad\":false")]
    private static partial Regex Leading();
}
