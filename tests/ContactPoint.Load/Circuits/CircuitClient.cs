using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactPoint.Load.Pages;

namespace ContactPoint.Load.Circuits;

/// <summary>
/// A browser's side of a circuit without a browser: fetches the document, starts the circuit, adds the root components, acknowledges
/// what is drawn, answers the server's calls and sends events as the page's script does.
/// </summary>
/// <param name="keepsTranscript">True to note everything that is heard, with the time; a driver of thousands does not.</param>
/// <param name="keepsPage">True to keep the page as drawn; not for a line that takes up a circuit, which has not seen what was drawn before.</param>
public sealed class CircuitClient(bool keepsTranscript = true, bool keepsPage = false) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CircuitLine line = new();
    private readonly Lock gate = new();
    private readonly List<(long At, string Target, string Text)> heard = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?>> answers = new();
    private readonly TaskCompletionSource<long> cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Watch? watch;
    private string interop = "1";
    private long calls;

    /// <summary>The circuit's secret, with which a lost line is taken up again; null when the server started none.</summary>
    public string? Secret { get; private set; }

    /// <summary>Completes with the time stamp at which the line ended.</summary>
    public Task<long> Cut => cut.Task;

    /// <summary>What the page looks like. Read it in <see cref="Read{T}"/>.</summary>
    private PageTree Page { get; } = new();

    /// <summary>Faults that the server told of.</summary>
    public int Faults { get; private set; }

    /// <summary>Batches drawn.</summary>
    public int Batches { get; private set; }

    /// <summary>Bytes that came over the line.</summary>
    public long Received => line.Received;

    /// <summary>Opens a page and its circuit, as the script of the page does.</summary>
    public static async Task<CircuitClient> OpenAsync(IVisitor visitor, string path = "/", bool keepsTranscript = true, bool keepsPage = true)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        using var answer = await visitor.GetAsync(path);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        var document = await answer.Content.ReadAsStringAsync();
        var client = new CircuitClient(keepsTranscript, keepsPage);
        await client.ConnectAsync(visitor);
        await client.StartAsync(new CircuitDocument(document), visitor.Address, path);
        return client;
    }

    /// <summary>Opens a line alone.</summary>
    public async Task ConnectAsync(IVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        await line.OpenAsync(visitor.Address, visitor.CookieHeader, visitor.Origin);
        _ = ListenAsync();
    }

    /// <summary>Calls the hub and waits for its answer; null when it refuses.</summary>
    public async Task<object?> CallAsync(string method, params object?[] arguments)
    {
        var id = NextCall();
        var answer = Expect(id);
        await line.InvokeAsync(id, method, arguments);
        return await answer.WaitAsync(Patience);
    }

    /// <summary>Sends a call that nobody waits for.</summary>
    public Task SendAsync(string method, params object?[] arguments) => line.InvokeAsync(null, method, arguments);

    /// <summary>Raises an event of an element and waits until its handler has ended and all that it changed is drawn.</summary>
    /// <param name="element">The element.</param>
    /// <param name="name">"change", "submit", "click".</param>
    /// <param name="value">The field's value, for a change.</param>
    public async Task RaiseAsync(PageNode element, string name, string? value = null)
    {
        ArgumentNullException.ThrowIfNull(element);
        var (handler, owner) = Read(_ => (element.Handler($"on{name}"), element.Owner));
        if (handler is null) throw new InvalidOperationException($"<{element.Element}> takes no {name}.");
        var field = value is null ? null : new { componentId = owner, fieldValue = value };
        var descriptor = new { eventHandlerId = handler, eventName = name, eventFieldInfo = field };
        object args = value is null ? new { } : new { value };
        var id = NextCall();
        var done = Expect(id);
        await SendAsync("BeginInvokeDotNetFromJS", id, null, "DispatchEventAsync", long.Parse(interop, CultureInfo.InvariantCulture), JsonSerializer.Serialize(new[] { descriptor, args }));
        var answer = await done.WaitAsync(Patience);
        if (answer is not true) throw new InvalidOperationException($"The event {name} failed: {answer ?? "the line was cut"}");
    }

    /// <summary>Looks at the page as it stands.</summary>
    public T Read<T>(Func<PageTree, T> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        lock (gate) return look(Page);
    }

    /// <summary>Waits until the page is so.</summary>
    public async Task WaitAsync(Func<PageTree, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var mine = new Watch(condition);
        lock (gate)
        {
            if (condition(Page)) return;
            watch = mine;
        }

        var ended = await Task.WhenAny(mine.Met.Task, cut.Task).WaitAsync(Patience);
        if (ended == cut.Task) throw new InvalidOperationException("The line was cut.");
    }

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

    private async Task StartAsync(CircuitDocument document, Uri address, string path)
    {
        var page = new Uri(address, path).ToString();
        Secret = await CallAsync("StartCircuit", new Uri(address, "/").ToString(), page, "[]", document.State) as string;
        if (Secret is not null) await SendAsync("UpdateRootComponents", document.Operations, "");
    }

    private string NextCall() => Interlocked.Increment(ref calls).ToString(CultureInfo.InvariantCulture);

    private Task<object?> Expect(string id) => answers.GetOrAdd(id, _ => new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Answer(string id, object? value)
    {
        if (answers.TryRemove(id, out var waiting)) waiting.TrySetResult(value);
    }

    private async Task ListenAsync()
    {
        await foreach (var message in line.Messages.ReadAllAsync())
        {
            var now = Stopwatch.GetTimestamp();
            switch ((long)message[0]!)
            {
                case 1: await HearAsync(now, (string)message[3]!, (object?[])message[4]!); break;
                case 3 when (long)message[3]! == 1:
                    Fault(now, JsonSerializer.Serialize(message));
                    Answer((string)message[2]!, null);
                    break;
                case 3: Answer((string)message[2]!, (long)message[3]! == 3 ? message[4] : null); break;
                case 7: Fault(now, JsonSerializer.Serialize(message)); break;
            }
        }

        cut.TrySetResult(Stopwatch.GetTimestamp());
        foreach (var id in answers.Keys) Answer(id, null);
    }

    private async Task HearAsync(long now, string target, object?[] arguments)
    {
        Note(now, target, arguments);
        switch (target)
        {
            case "JS.RenderBatch":
                Draw((byte[])arguments[1]!);
                await SendAsync("OnRenderCompleted", arguments[0], null);
                break;
            case "JS.BeginInvokeJS":
                if (arguments[1] is "Blazor._internal.attachWebRendererInterop") interop = CircuitDocument.ObjectIn((string)arguments[2]!);
                await SendAsync("EndInvokeJSFromDotNet", arguments[0], true, $"[{Convert.ToString(arguments[0], CultureInfo.InvariantCulture)},true,null]");
                break;
            case "JS.EndInvokeDotNet":
                Answer((string)arguments[0]!, arguments[1] is true ? true : arguments[2]);
                break;
            case "JS.Error":
                Fault(now, arguments[0] as string ?? "");
                break;
        }
    }

    private void Draw(byte[] batch)
    {
        Batches++;
        if (!keepsPage) return;
        lock (gate)
        {
            Page.Apply(batch);
            if (watch?.Condition(Page) != true) return;
            watch.Met.TrySetResult();
            watch = null;
        }
    }

    private void Fault(long now, string words)
    {
        Faults++;
        Note(now, "error", [words]);
    }

    private void Note(long now, string target, object?[] arguments)
    {
        if (!keepsTranscript) return;
        var words = string.Join(' ', arguments.Select(argument => argument is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(argument, CultureInfo.InvariantCulture)));
        lock (gate) heard.Add((now, target, words));
    }

    private sealed record Watch(Func<PageTree, bool> Condition)
    {
        public TaskCompletionSource Met { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
