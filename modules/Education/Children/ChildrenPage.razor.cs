using System.Globalization;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Modules.Education.Children;

/// <summary>The lists of the workspace, one at an address of its own. Each page read is one audit entry, so nothing is read ahead and no total is known.</summary>
public sealed partial class ChildrenPage : ComponentBase
{
    private IReadOnlyList<ChildrenList>? offers;
    private ChildrenList? list;
    private RosterPage? roster;
    private Error? refused;
    private int number;
    private int days;

    /// <summary>Which list; the first that the person may have where nothing is said.</summary>
    [Parameter]
    public string? Path { get; set; }

    [Inject]
    private ListChildrenHandler Handler { get; set; } = default!;

    private Error? Error => refused;

    private string Title => list is null ? L["Module"] : TitleOf(list);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (offers is null)
        {
            var result = await Handler.OffersAsync();
            (offers, days, refused) = (result.Succeeded ? result.Value.Lists : null, result.Succeeded ? result.Value.Days : 0, result.Error);
            if (offers is null) return;
        }

        // A list that is not offered is asked for all the same: the gate refuses it, and records that it did.
        var wanted = Path is not null ? ChildrenList.All.FirstOrDefault(one => one.Path == Path) : offers.Count > 0 ? offers[0] : null;
        if (wanted == list) return;
        (list, roster, refused) = (wanted, null, null);
        if (wanted is not null) await ReadAsync(0);
    }

    private static IReadOnlyList<RosterLine> Lines(RosterPage page) => [.. page.Lines.Select(line => line.Value)];

    private static string Listed(ChildSummary summary) => $"{summary.FamilyName.ToUpper(CultureInfo.CurrentCulture)}, {summary.GivenName}";

    private string TitleOf(ChildrenList one) => Say($"List.{one.Words}", one);

    private string Say(string key, ChildrenList one) => one.CountsDays ? L[key, days] : L[key];

    private async Task ReadAsync(int page)
    {
        var asked = list!;
        var result = await Handler.ReadAsync(asked, page);
        if (asked != list) return;
        (roster, refused, number) = (result.Succeeded ? result.Value : null, result.Error, page);
    }
}
