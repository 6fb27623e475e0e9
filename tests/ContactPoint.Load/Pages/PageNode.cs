namespace ContactPoint.Load.Pages;

/// <summary>A piece of the page: an element, a text, markup, or the place of a component.</summary>
public sealed class PageNode
{
    private Dictionary<string, string?>? attributes;
    private Dictionary<string, long>? handlers;

    internal PageNode(PageNode? parent, string? element = null, string? text = null, int? component = null)
    {
        Parent = parent;
        Element = element;
        Text = text;
        Component = component;
    }

    /// <summary>The element's name; null for what is no element.</summary>
    public string? Element { get; }

    public int? Component { get; }

    public PageNode? Parent { get; internal set; }

    internal string? Text { get; set; }

    internal List<PageNode> Children { get; } = [];

    public string? this[string attribute] => attributes?.GetValueOrDefault(attribute);

    /// <summary>The handler of an event ("onchange"); null when the element has none.</summary>
    public long? Handler(string name) => handlers is not null && handlers.TryGetValue(name, out var id) ? id : null;

    /// <summary>The component that the node belongs to.</summary>
    public int Owner => Component ?? Parent?.Owner ?? -1;

    /// <summary>All words in it.</summary>
    public string Words => string.Concat(Everything().Select(node => node.Text)).Trim();

    /// <summary>The node and all in it, in the order of the page.</summary>
    public IEnumerable<PageNode> Everything() => Children.SelectMany(child => child.Everything()).Prepend(this);

    internal void Set(BatchAttribute attribute)
    {
        if (attribute.Handler > 0) (handlers ??= [])[attribute.Name] = attribute.Handler;
        else (attributes ??= [])[attribute.Name] = attribute.Value;
    }

    internal void Unset(string name)
    {
        attributes?.Remove(name);
        handlers?.Remove(name);
    }
}

/// <summary>An attribute as the batch carries it: with a handler it is an event.</summary>
internal readonly record struct BatchAttribute(string Name, string? Value, long Handler);
