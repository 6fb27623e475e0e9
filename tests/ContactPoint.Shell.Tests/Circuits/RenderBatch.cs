using System.Buffers.Binary;
using System.Text;

namespace ContactPoint.Shell.Tests.Circuits;

/// <summary>A render batch as it travels: edits of components, the frames that they refer to, and a table of strings (the format of the framework's <c>RenderBatchWriter</c>).</summary>
internal sealed class RenderBatch
{
    private const int EditBytes = 16;
    private const int FrameBytes = 20;

    private readonly byte[] bytes;
    private readonly int components;
    private readonly int frames;
    private readonly int strings;

    public RenderBatch(byte[] bytes)
    {
        this.bytes = bytes;
        var foot = bytes.Length - 20;
        (components, frames, strings) = (Int(foot), Int(foot + 4), Int(foot + 16));
    }

    /// <summary>Each changed component with its edits in order.</summary>
    public IEnumerable<(int Component, IReadOnlyList<RenderEdit> Edits)> Components()
    {
        for (var index = 0; index < Int(components); index++)
        {
            var at = Int(components + 4 + (4 * index));
            var edits = new RenderEdit[Int(at + 4)];
            for (var edit = 0; edit < edits.Length; edit++)
            {
                var place = at + 8 + (EditBytes * edit);
                edits[edit] = new RenderEdit(Int(place), Int(place + 4), Int(place + 8), String(Int(place + 12)));
            }

            yield return (Int(at), edits);
        }
    }

    /// <summary>A frame by its number.</summary>
    public RenderFrame Frame(int number)
    {
        var at = frames + 4 + (FrameBytes * number);
        var kind = (RenderFrameKind)Int(at);
        return kind switch
        {
            RenderFrameKind.Attribute => new RenderFrame(kind, 1, String(Int(at + 4)), String(Int(at + 8)), BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at + 12))),
            RenderFrameKind.Element => new RenderFrame(kind, Int(at + 4), String(Int(at + 8)), null, 0),
            RenderFrameKind.Component => new RenderFrame(kind, Int(at + 4), null, null, (ulong)Int(at + 8)),
            RenderFrameKind.Region => new RenderFrame(kind, Int(at + 4), null, null, 0),
            _ => new RenderFrame(kind, 1, null, kind is RenderFrameKind.Text or RenderFrameKind.Markup or RenderFrameKind.ElementReference ? String(Int(at + 4)) : null, 0),
        };
    }

    /// <summary>The ids of captured elements, which the framework draws at random.</summary>
    public IEnumerable<string> CapturedElements() => Enumerable.Range(0, Int(frames)).Select(Frame).Where(frame => frame.Kind == RenderFrameKind.ElementReference).Select(frame => frame.Value!);

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private string? String(int index)
    {
        if (index < 0)
            return null;
        int at = Int(strings + (4 * index)), length = 0, shift = 0;
        byte next;
        do
        {
            next = bytes[at++];
            length |= (next & 0x7F) << shift;
            shift += 7;
        }
        while ((next & 0x80) != 0);
        return Encoding.UTF8.GetString(bytes, at, length);
    }
}

/// <summary>One edit: 1 add, 2 remove, 3 set attribute, 4 remove attribute, 5 text, 6 step in, 7 step out, 8 markup, 9 and 10 reorder.</summary>
internal readonly record struct RenderEdit(int Kind, int Sibling, int Frame, string? Attribute);

/// <summary>A frame. The number is a handler's or a component's id; the length counts the frame and all inside it.</summary>
internal readonly record struct RenderFrame(RenderFrameKind Kind, int Length, string? Name, string? Value, ulong Number);

/// <summary>Kinds of frame that are drawn.</summary>
internal enum RenderFrameKind
{
    None = 0,
    Element = 1,
    Text = 2,
    Attribute = 3,
    Component = 4,
    Region = 5,
    ElementReference = 6,
    ComponentReference = 7,
    Markup = 8,
}
