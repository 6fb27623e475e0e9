using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Data;

/// <summary>A column of a <see cref="CpTable{TItem}"/>.</summary>
/// <typeparam name="TItem">The type of a row.</typeparam>
public sealed class CpColumn<TItem> : ComponentBase, IDisposable
{
    /// <summary>The heading; also each cell's label on narrow screens.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>True for a column of buttons: the heading is read out but not seen, and cells carry no label.</summary>
    [Parameter]
    public bool TitleHidden { get; set; }

    /// <summary>True for the column that names the row.</summary>
    [Parameter]
    public bool RowHeader { get; set; }

    /// <summary>True for figures, set to the right.</summary>
    [Parameter]
    public bool Numeric { get; set; }

    /// <summary>The cell of a row.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<TItem>? ChildContent { get; set; }

    internal string? Label => TitleHidden || RowHeader ? null : Title;

    [CascadingParameter]
    private CpTable<TItem> Table { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose() => Table.Remove(this);

    /// <inheritdoc />
    protected override void OnInitialized() => Table.Add(this);
}
