namespace ContactPoint.Shell.Tests.Circuits;

/// <summary>An element, a text or a component on a drawn page.</summary>
internal sealed class DrawnNode
{
    /// <summary>The element's name; null for texts and components.</summary>
    public string? Name { get; init; }

    /// <summary>The text or markup; null for elements and components.</summary>
    public string? Text { get; set; }

    public DrawnNode? Parent { get; set; }

    public List<DrawnNode> Children { get; } = [];

    public Dictionary<string, string?> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of the handlers by event: <c>onclick</c>, <c>onchange</c>.</summary>
    public Dictionary<string, ulong> Handlers { get; } = new(StringComparer.Ordinal);

    public IEnumerable<DrawnNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    public void Insert(int place, DrawnNode child)
    {
        child.Parent = this;
        Children.Insert(place, child);
    }

    public void Set(RenderFrame attribute)
    {
        if (attribute.Number != 0)
            Handlers[attribute.Name!] = attribute.Number;
        else
            Attributes[attribute.Name!] = attribute.Value;
    }

    public void Remove(string attribute)
    {
        Attributes.Remove(attribute);
        Handlers.Remove(attribute);
    }
}
