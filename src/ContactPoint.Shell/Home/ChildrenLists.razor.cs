using ContactPoint.Directory.Home;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.Home;

/// <summary>The caller's own children (INV-8), a page at a time; each page read is one audit entry, so nothing is read ahead and no total is known.</summary>
public sealed partial class ChildrenLists : ComponentBase
{
    private MyChildrenList list;
    private RosterPage? roster;
    private Error? refused;
    private int number;

    /// <summary>The caller's agency: schools and practices have a roll or list of their own.</summary>
    [Parameter, EditorRequired]
    public Agency Agency { get; set; }

    private bool HasSetting => Agency is Agency.Education or Agency.Health;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ChooseAsync(Agency == Agency.Education ? MyChildrenList.Setting : MyChildrenList.Involved);

    private static IReadOnlyList<RosterLine> Lines(RosterPage page) => [.. page.Lines.Select(line => line.Value)];

    private Task ChooseAsync(MyChildrenList chosen)
    {
        if (roster is not null && chosen == list) return Task.CompletedTask;
        (list, roster) = (chosen, null);
        return ReadAsync(0);
    }

    private async Task ReadAsync(int page)
    {
        var asked = list;
        var result = await Handler.HandleAsync(new MyChildren(asked, page));
        if (asked != list) return;
        (roster, refused, number) = (result.Succeeded ? result.Value : null, result.Error, page);
    }
}
