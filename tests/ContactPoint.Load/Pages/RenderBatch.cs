using System.Buffers.Binary;
using System.Text;

namespace ContactPoint.Load.Pages;

/// <summary>
/// Reads a render batch of Blazor Server: tables of edits, frames and strings, all numbers little-endian, strings behind a LEB128
/// length, and five positions at the end that say where each table stands.
/// </summary>
/// <param name="bytes">The batch.</param>
internal readonly ref struct RenderBatch(ReadOnlySpan<byte> bytes)
{
    private const int EditSize = 16;
    private const int FrameSize = 20;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int UpdateCount => Int(Table(5));

    /// <summary>Where the n-th component's changes stand.</summary>
    public int UpdateAt(int index) => Int(Table(5) + 4 + (4 * index));

    public int ComponentOf(int update) => Int(update);

    public int EditCount(int update) => Int(update + 4);

    public BatchEdit Edit(int update, int index)
    {
        var at = update + 8 + (EditSize * index);
        return new BatchEdit((EditKind)Int(at), Int(at + 4), Int(at + 8), Text(Int(at + 12)));
    }

    public BatchFrame Frame(int index)
    {
        var at = Table(4) + 4 + (FrameSize * index);
        var kind = (FrameKind)Int(at);
        return kind switch
        {
            FrameKind.Element => new BatchFrame(kind, Length: Int(at + 4), Name: Text(Int(at + 8))),
            FrameKind.Component => new BatchFrame(kind, Length: Int(at + 4), Component: Int(at + 8)),
            FrameKind.Region => new BatchFrame(kind, Length: Int(at + 4)),
            FrameKind.Attribute => new BatchFrame(kind, Name: Text(Int(at + 4)), Value: Text(Int(at + 8)), Handler: BinaryPrimitives.ReadInt64LittleEndian(bytes[(at + 12)..])),
            FrameKind.Text or FrameKind.Markup => new BatchFrame(kind, Value: Text(Int(at + 4))),
            _ => new BatchFrame(kind),
        };
    }

    public int DisposedCount => Int(Table(3));

    public int Disposed(int index) => Int(Table(3) + 4 + (4 * index));

    // Counted from the end: 5 updates, 4 frames, 3 disposed components, 2 disposed handlers, 1 strings.
    private int Table(int fromEnd) => Int(bytes.Length - (4 * fromEnd));

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private string? Text(int index)
    {
        if (index < 0) return null;
        var at = Int(Table(1) + (4 * index));
        int length = 0, shift = 0;
        while (true)
        {
            var next = bytes[at++];
            length |= (next & 0x7F) << shift;
            shift += 7;
            if ((next & 0x80) == 0) return Encoding.UTF8.GetString(bytes.Slice(at, length));
        }
    }
}

/// <summary>What an edit does; the numbers are the protocol's.</summary>
internal enum EditKind
{
    Insert = 1,
    Remove = 2,
    SetAttribute = 3,
    RemoveAttribute = 4,
    UpdateText = 5,
    StepIn = 6,
    StepOut = 7,
    UpdateMarkup = 8,
    Move = 9,
    MovesEnd = 10,
}

/// <summary>What a frame is; the numbers are the protocol's.</summary>
internal enum FrameKind
{
    Element = 1,
    Text = 2,
    Attribute = 3,
    Component = 4,
    Region = 5,
    ElementReference = 6,
    ComponentReference = 7,
    Markup = 8,
}

internal readonly record struct BatchEdit(EditKind Kind, int Sibling, int Reference, string? Name);

internal readonly record struct BatchFrame(FrameKind Kind, int Length = 1, string? Name = null, string? Value = null, int Component = -1, long Handler = 0);
