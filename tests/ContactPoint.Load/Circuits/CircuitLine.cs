using System.Buffers;
using System.Net.Http;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace ContactPoint.Load.Circuits;

/// <summary>A raw web socket that speaks the hub's protocol "blazorpack": MessagePack arrays behind a length, after a handshake in JSON.</summary>
public sealed class CircuitLine : IAsyncDisposable
{
    // One way to the host for all lines: a handler each would cost a driver of thousands more than the lines themselves.
    private static readonly HttpMessageInvoker Way = new(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } });

    private readonly ClientWebSocket socket = new();
    private readonly Channel<object?[]> received = Channel.CreateUnbounded<object?[]>();
    private readonly SemaphoreSlim sending = new(1);
    private Task? reading;

    /// <summary>Bytes that came over it, TLS not counted.</summary>
    public long Received { get; private set; }

    /// <summary>Messages of the server in their order; ends when the line is cut.</summary>
    public ChannelReader<object?[]> Messages => received.Reader;

    public async Task OpenAsync(Uri page, string? cookies, string? origin)
    {
        ArgumentNullException.ThrowIfNull(page);
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (cookies is not null)
            socket.Options.SetRequestHeader("Cookie", cookies);
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        var address = new UriBuilder(page) { Scheme = page.Scheme == "https" ? "wss" : "ws", Path = "/_blazor", Query = "" }.Uri;
        await socket.ConnectAsync(address, Way, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Binary, true, CancellationToken.None);
        reading = ReadAsync();
    }

    public async Task SendAsync(params object?[] message)
    {
        using var body = new MemoryStream();
        MessagePackValue.Write(body, message);
        using var framed = new MemoryStream();
        for (var length = (uint)body.Length; ; length >>= 7)
        {
            framed.WriteByte((byte)(length > 0x7F ? (length & 0x7F) | 0x80 : length));
            if (length <= 0x7F)
                break;
        }

        framed.Write(body.ToArray());
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(framed.ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    public Task InvokeAsync(string? id, string method, params object?[] arguments) =>
        SendAsync(1, new Dictionary<string, object?>(), id, method, arguments);

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        if (reading is not null)
            await reading;
        socket.Dispose();
        sending.Dispose();
    }

    private async Task ReadAsync()
    {
        var inbox = new FrameInbox();
        try
        {
            while (true)
            {
                // Nothing is held while nothing comes: thousands of idle lines wait here.
                await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
                var piece = ArrayPool<byte>.Shared.Rent(32 * 1024);
                try
                {
                    var part = await socket.ReceiveAsync(piece.AsMemory(), CancellationToken.None);
                    if (part.MessageType == WebSocketMessageType.Close) break;
                    inbox.Add(piece.AsSpan(0, part.Count));
                    Received += part.Count;
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(piece);
                }

                while (inbox.TryTake() is { } message) received.Writer.TryWrite(message);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The server cut the line, or it was left.
        }

        received.Writer.TryComplete();
    }
}
