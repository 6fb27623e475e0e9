namespace ContactPoint.Load.Circuits;

/// <summary>Puts the pieces that a line delivers together to messages: after the handshake's answer, each behind its length.</summary>
internal sealed class FrameInbox
{
    private const byte EndOfHandshake = 0x1E;

    private byte[] held = [];
    private int start;
    private int end;
    private bool shaken;

    public void Add(ReadOnlySpan<byte> piece)
    {
        var kept = end - start;
        if (held.Length - end < piece.Length)
        {
            var larger = held.Length >= kept + piece.Length ? held : new byte[kept + piece.Length];
            held.AsSpan(start, kept).CopyTo(larger);
            (held, start, end) = (larger, 0, kept);
        }

        piece.CopyTo(held.AsSpan(end));
        end += piece.Length;
    }

    /// <summary>The next whole message; null when it has not come yet.</summary>
    public object?[]? TryTake()
    {
        if (!shaken)
        {
            var at = held.AsSpan(start, end - start).IndexOf(EndOfHandshake);
            if (at < 0) return null;
            start += at + 1;
            shaken = true;
        }

        int length = 0, shift = 0, position = start;
        while (true)
        {
            if (position >= end) return Rest();
            var next = held[position++];
            length |= (next & 0x7F) << shift;
            shift += 7;
            if ((next & 0x80) == 0) break;
        }

        if (end - position < length) return Rest();
        var read = 0;
        var message = (object?[])MessagePackValue.Read(held.AsSpan(position, length), ref read)!;
        start = position + length;
        return message;
    }

    private object?[]? Rest()
    {
        // An idle line keeps no buffer.
        if (start == end) (held, start, end) = ([], 0, 0);
        return null;
    }
}
