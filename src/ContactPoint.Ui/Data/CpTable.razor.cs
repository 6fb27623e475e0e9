using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Data;

/// <summary>
/// A semantic table with a caption and at most 25 rows a page; where it has less than 560 px each row stands as a block with its column names.
/// Either it holds all rows and turns the pages itself, or, when <see cref="PageChanged"/> is set, it shows the page that the caller
/// read and asks for others.
/// </summary>
/// <typeparam name="TItem">The type of a row.</typeparam>
public partial class CpTable<TItem> : ComponentBase
{
    /// <summary>The most rows on one page: fewer rows, fewer children seen at once (harvesting limit of the security rules).</summary>
    public const int RowsPerPage = 25;

    private readonly List<CpColumn<TItem>> columns = [];

    /// <summary>What the table shows; read out first.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>True if a heading right above already says what the caption says.</summary>
    [Parameter]
    public bool CaptionHidden { get; set; }

    /// <summary>All rows, or the rows of this page when <see cref="PageChanged"/> is set.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TItem> Items { get; set; } = [];

    /// <summary>The columns: <see cref="CpColumn{TItem}"/> elements.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? Columns { get; set; }

    /// <summary>Shown instead of a table without rows; usually an <c>EmptyState</c>.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>What identifies a row while it moves, or null for the row itself.</summary>
    [Parameter]
    public Func<TItem, object>? Key { get; set; }

    /// <summary>The page, from 0.</summary>
    [Parameter]
    public int Page { get; set; }

    /// <summary>Set by callers that read page by page: called with the page wanted.</summary>
    [Parameter]
    public EventCallback<int> PageChanged { get; set; }

    /// <summary>For callers that read page by page: true if there is a further page. How many there are need not be known.</summary>
    [Parameter]
    public bool More { get; set; }

    private bool ReadByCaller => PageChanged.HasDelegate;

    private bool HasPrevious => Page > 0;

    private bool HasNext => ReadByCaller ? More : (Page + 1) * RowsPerPage < Items.Count;

    private IEnumerable<TItem> Visible => ReadByCaller ? Items.Take(RowsPerPage) : Items.Skip(Page * RowsPerPage).Take(RowsPerPage);

    private string Position
    {
        get
        {
            var from = (Page * RowsPerPage) + 1;
            return ReadByCaller
                ? L["Table.Position", from, from + Math.Min(Items.Count, RowsPerPage) - 1]
                : L["Table.PositionOf", from, Math.Min(from + RowsPerPage - 1, Items.Count), Items.Count];
        }
    }

    internal void Add(CpColumn<TItem> column) => columns.Add(column);

    internal void Remove(CpColumn<TItem> column) => columns.Remove(column);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // The list may have become shorter while a late page was in view.
        if (!ReadByCaller)
            Page = Math.Clamp(Page, 0, Math.Max(0, (Items.Count - 1) / RowsPerPage));
    }

    private object? KeyOf(TItem item) => Key is null ? item : Key(item);

    private Task TurnAsync(int by)
    {
        if (by < 0 ? !HasPrevious : !HasNext)
            return Task.CompletedTask;
        Page += by;
        return PageChanged.InvokeAsync(Page);
    }
}
