using ContactPoint.Sdk.Access;
using ContactPoint.Ui.Layout;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ContactPoint.Shell.Layout;

/// <summary>The links of the left rail: what this person can open, and nothing that would turn them away.</summary>
internal static class RailLinks
{
    public static IReadOnlyList<RailGroup> For(CallerContext? caller, DateTimeOffset now, IStringLocalizer words)
    {
        if (caller is null) return [];
        List<RailGroup> groups = [new(words["Rail.Mine"], [new(words["Rail.Home"], "", Icons.Material.Outlined.Home, Exact: true)])];
        if (caller.ReachesRecords(now))
            groups.Add(new(words["Rail.Finding"], [new(words["Rail.Find"], "find", Icons.Material.Outlined.Search)]));
        if (caller.HoldsNow(Role.DataSteward, now))
            groups.Add(new(words["Rail.Administration"], [new(words["Rail.Feeds"], "feeds", Icons.Material.Outlined.UploadFile)]));
        if (caller.HoldsNow(Role.SecurityReviewer, now))
            groups.Add(new(words["Rail.Review"], [new(words["Rail.Audit"], "audit", Icons.Material.Outlined.FactCheck)]));
        groups.Add(new(words["Rail.Support"], [new(words["Rail.Help"], "help", Icons.Material.Outlined.HelpOutline)]));
        return groups;
    }
}
