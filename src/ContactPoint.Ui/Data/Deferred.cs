using System.ComponentModel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ContactPoint.Ui.Data;

/// <summary>Renders after the components before it have registered themselves: the renderer works its queue first in, first out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Deferred : ComponentBase
{
    /// <summary>What to render later in the same batch.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
