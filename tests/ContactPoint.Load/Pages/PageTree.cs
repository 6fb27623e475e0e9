namespace ContactPoint.Load.Pages;

/// <summary>What the page looks like by now, as a browser keeps it: made from the render batches alone.</summary>
public sealed class PageTree
{
    private readonly Dictionary<int, PageNode> components = [];
    private readonly List<PageNode> roots = [];
    private readonly List<(int From, int To)> moves = [];

    /// <summary>Every node, in the order of the page.</summary>
    public IEnumerable<PageNode> Everything => roots.SelectMany(root => root.Everything());

    /// <summary>The element with an id; null when there is none.</summary>
    public PageNode? ById(string id) => Everything.FirstOrDefault(node => node["id"] == id);

    /// <summary>Elements with a class.</summary>
    public IEnumerable<PageNode> OfClass(string name) => Everything.Where(node => node["class"]?.Split(' ').Contains(name) == true);

    /// <summary>Takes a batch in.</summary>
    public void Apply(ReadOnlySpan<byte> bytes)
    {
        var batch = new RenderBatch(bytes);
        for (var index = 0; index < batch.UpdateCount; index++)
        {
            var update = batch.UpdateAt(index);
            Change(batch, update, Place(batch.ComponentOf(update)));
        }

        for (var index = 0; index < batch.DisposedCount; index++)
        {
            if (components.Remove(batch.Disposed(index), out var gone)) roots.Remove(gone);
        }
    }

    // A component that nobody placed is one of the circuit's roots.
    private PageNode Place(int component)
    {
        if (components.TryGetValue(component, out var known)) return known;
        var root = components[component] = new PageNode(null, component: component);
        roots.Add(root);
        return root;
    }

    private void Change(RenderBatch batch, int update, PageNode at)
    {
        for (var index = 0; index < batch.EditCount(update); index++)
        {
            var edit = batch.Edit(update, index);
            switch (edit.Kind)
            {
                case EditKind.Insert: Insert(batch, at, edit.Sibling, edit.Reference); break;
                case EditKind.Remove: at.Children.RemoveAt(edit.Sibling); break;
                case EditKind.SetAttribute: at.Children[edit.Sibling].Set(Attribute(batch.Frame(edit.Reference))); break;
                case EditKind.RemoveAttribute: at.Children[edit.Sibling].Unset(edit.Name!); break;
                case EditKind.UpdateText or EditKind.UpdateMarkup: at.Children[edit.Sibling].Text = batch.Frame(edit.Reference).Value; break;
                case EditKind.StepIn: at = at.Children[edit.Sibling]; break;
                case EditKind.StepOut: at = at.Parent!; break;
                case EditKind.Move: moves.Add((edit.Sibling, edit.Reference)); break;
                case EditKind.MovesEnd: Move(at); break;
                default: throw new NotSupportedException($"Edit {edit.Kind}.");
            }
        }
    }

    private void Move(PageNode parent)
    {
        var before = parent.Children.ToArray();
        foreach (var (from, to) in moves) parent.Children[to] = before[from];
        moves.Clear();
    }

    /// <returns>How many children it made: a region counts as what is in it, a reference as nothing.</returns>
    private int Insert(RenderBatch batch, PageNode parent, int sibling, int index)
    {
        var frame = batch.Frame(index);
        switch (frame.Kind)
        {
            case FrameKind.Element:
                var element = new PageNode(parent, element: frame.Name);
                parent.Children.Insert(sibling, element);
                InsertRange(batch, element, 0, index + 1, index + frame.Length);
                return 1;
            case FrameKind.Component:
                var place = components[frame.Component] = new PageNode(parent, component: frame.Component);
                parent.Children.Insert(sibling, place);
                return 1;
            case FrameKind.Text or FrameKind.Markup:
                parent.Children.Insert(sibling, new PageNode(parent, text: frame.Value));
                return 1;
            case FrameKind.Region:
                return InsertRange(batch, parent, sibling, index + 1, index + frame.Length);
            case FrameKind.Attribute:
                parent.Set(Attribute(frame));
                return 0;
            default:
                return 0;
        }
    }

    private int InsertRange(RenderBatch batch, PageNode parent, int sibling, int from, int to)
    {
        var made = 0;
        for (var index = from; index < to; index += Math.Max(1, batch.Frame(index).Length))
            made += Insert(batch, parent, sibling + made, index);
        return made;
    }

    private static BatchAttribute Attribute(BatchFrame frame) => new(frame.Name!, frame.Value, frame.Handler);
}
