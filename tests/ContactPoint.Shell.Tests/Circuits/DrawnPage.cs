namespace ContactPoint.Shell.Tests.Circuits;

/// <summary>What a browser would show: the tree of elements that the batches build, edited as the framework's script edits the document.</summary>
internal sealed class DrawnPage
{
    private readonly Dictionary<int, DrawnNode> components = [];
    private readonly List<DrawnNode> roots = [];

    public IEnumerable<DrawnNode> Nodes => roots.SelectMany(root => root.All());

    public DrawnNode? ById(string id) => Nodes.FirstOrDefault(node => node.Attributes.GetValueOrDefault("id") == id);

    public DrawnNode? Form(string attribute, string value) => Nodes.FirstOrDefault(node => node.Name == "form" && node.Attributes.GetValueOrDefault(attribute) == value);

    /// <summary>The addresses of the links whose path begins so, in their order.</summary>
    public string[] Links(string start) =>
        [.. Nodes.Where(node => node.Name == "a").Select(node => node.Attributes.GetValueOrDefault("href")).OfType<string>().Where(address => address.StartsWith(start, StringComparison.Ordinal))];

    public void Apply(RenderBatch batch)
    {
        foreach (var (component, edits) in batch.Components())
        {
            if (!components.TryGetValue(component, out var container))
            {
                components[component] = container = new DrawnNode();
                roots.Add(container);
            }

            Apply(batch, container, edits);
        }
    }

    private void Apply(RenderBatch batch, DrawnNode container, IReadOnlyList<RenderEdit> edits)
    {
        var parent = container;
        List<(int From, int To)> moves = [];
        foreach (var edit in edits)
        {
            switch (edit.Kind)
            {
                case 1: Add(batch, parent, edit.Sibling, edit.Frame); break;
                case 2: parent.Children.RemoveAt(edit.Sibling); break;
                case 3: parent.Children[edit.Sibling].Set(batch.Frame(edit.Frame)); break;
                case 4: parent.Children[edit.Sibling].Remove(edit.Attribute!); break;
                case 5 or 8: parent.Children[edit.Sibling].Text = batch.Frame(edit.Frame).Value; break;
                case 6: parent = parent.Children[edit.Sibling]; break;
                case 7: parent = parent.Parent!; break;
                case 9: moves.Add((edit.Sibling, edit.Frame)); break;
                case 10: Move(parent, moves); break;
                default: throw new NotSupportedException($"Edit {edit.Kind}");
            }
        }
    }

    // Answers how many children it added: a region has none of its own.
    private int Add(RenderBatch batch, DrawnNode parent, int place, int number)
    {
        var frame = batch.Frame(number);
        switch (frame.Kind)
        {
            case RenderFrameKind.Region: return AddRange(batch, parent, place, number + 1, number + frame.Length);
            case RenderFrameKind.Text or RenderFrameKind.Markup: parent.Insert(place, new DrawnNode { Text = frame.Value }); return 1;
            case RenderFrameKind.Component:
                var component = components[(int)frame.Number] = new DrawnNode();
                parent.Insert(place, component);
                return 1;
            case RenderFrameKind.Element:
                var element = new DrawnNode { Name = frame.Name };
                parent.Insert(place, element);
                AddRange(batch, element, 0, number + 1, number + frame.Length);
                return 1;
            case RenderFrameKind.Attribute: parent.Set(frame); return 0;
            default: return 0;
        }
    }

    private int AddRange(RenderBatch batch, DrawnNode parent, int place, int from, int end)
    {
        var start = place;
        for (var number = from; number < end; number += batch.Frame(number).Length)
            place += Add(batch, parent, place, number);
        return place - start;
    }

    private static void Move(DrawnNode parent, List<(int From, int To)> moves)
    {
        var moved = moves.ToDictionary(move => move.To, move => parent.Children[move.From]);
        foreach (var (to, child) in moved)
            parent.Children[to] = child;
        moves.Clear();
    }
}
