using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace ContactPoint.Shell.Tests.Circuits;

/// <summary>A raw web socket that speaks the hub's protocol "blazorpack": MessagePack arrays behind a length, after a handshake in JSON.</summary>
internal sealed class CircuitLine : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly Channel<object?[]> received = Channel.CreateUnbounded<object?[]>();
    private readonly SemaphoreSlim sending = new(1);
    private Task? reading;

    /// <summary>Messages of the server in their order; ends when the line is cut.</summary>
    public ChannelReader<object?[]> Messages => received.Reader;

    public async Task OpenAsync(Uri page, string? cookies, string? origin)
    {
        socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        if (cookies is not null)
            socket.Options.SetRequestHeader("Cookie", cookies);
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        var address = new UriBuilder(page) { Scheme = page.Scheme == "https" ? "wss" : "ws", Path = "/_blazor", Query = "" }.Uri;
        await socket.ConnectAsync(address, CancellationToken.None);
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
        var buffer = new List<byte>();
        var piece = new byte[64 * 1024];
        var shaken = false;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(piece, CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                buffer.AddRange(piece.AsSpan(0, part.Count));
                if (!shaken && buffer.IndexOf(0x1E) is var end and >= 0)
                {
                    buffer.RemoveRange(0, end + 1);
                    shaken = true;
                }

                while (shaken && TryTake(buffer) is { } message)
                    received.Writer.TryWrite(message);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            // The server cut the line.
        }

        received.Writer.TryComplete();
    }

    private static object?[]? TryTake(List<byte> buffer)
    {
        int length = 0, shift = 0, at = 0;
        while (true)
        {
            if (at >= buffer.Count)
                return null;
            var next = buffer[at++];
            length |= (next & 0x7F) << shift;
            shift += 7;
            if ((next & 0x80) == 0)
                break;
        }

        if (buffer.Count < at + length)
            return null;
        var bytes = buffer.GetRange(at, length).ToArray();
        buffer.RemoveRange(0, at + length);
        var position = 0;
        return (object?[])MessagePackValue.Read(bytes, ref position)!;
    }
}
