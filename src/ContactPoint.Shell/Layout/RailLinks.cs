using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Ui.Layout;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ContactPoint.Shell.Layout;

/// <summary>The links of the left rail: what this person can open, and nothing that would turn them away.</summary>
internal static class RailLinks
{
    public static IReadOnlyList<RailGroup> For(CallerContext? caller, DateTimeOffset now, IStringLocalizer words, ModuleCatalogue modules, IReadOnlySet<string>? off = null)
    {
        if (caller is null) return [];
        List<RailGroup> groups = [new(words["Rail.Mine"], [new(words["Rail.Home"], "", Icons.Material.Outlined.Home, Exact: true)])];
        if (caller.ReachesRecords(now))
            groups.Add(new(words["Rail.Finding"], [new(words["Rail.Find"], "find", Icons.Material.Outlined.Search)]));
        groups.AddRange(Workspaces(caller, now, modules).Where(group => off?.Contains(group.Accent ?? "") != true));
        List<RailItem> administration = [];
        if (caller.HoldsNow(Role.DataSteward, now) || caller.HoldsNow(Role.NationalOperations, now))
            administration.Add(new(words["Rail.Feeds"], "feeds", Icons.Material.Outlined.UploadFile));
        if (caller.HoldsNow(Role.DataSteward, now)) administration.Add(new(words["Rail.Queue"], "feeds/queue", Icons.Material.Outlined.PersonSearch));
        if (caller.HoldsNow(Role.DataSteward, now)) administration.Add(new(words["Rail.Contradictions"], "feeds/contradictions", Icons.Material.Outlined.Rule));
        if (caller.HoldsNow(Role.SuperUser, now)) administration.Add(new(words["Rail.ModuleDesk"], "admin/modules", Icons.Material.Outlined.Tune));
        if (administration.Count > 0) groups.Add(new(words["Rail.Administration"], administration));
        if (caller.HoldsNow(Role.SecurityReviewer, now))
            groups.Add(new(words["Rail.Review"], [new(words["Rail.Audit"], "audit", Icons.Material.Outlined.FactCheck)]));
        if (caller.HoldsNow(Role.NationalOperations, now) || caller.HoldsNow(Role.SuperUser, now))
            groups.Add(new(words["Rail.Operation"], [new(words["Rail.Modules"], "operator/modules", Icons.Material.Outlined.Extension)]));
        groups.Add(new(words["Rail.Support"], [new(words["Rail.Help"], "help", Icons.Material.Outlined.HelpOutline)]));
        return groups;
    }

    // A group for each agency's module, under the module's name. The accent is the theme's, where it has one of that key.
    private static IEnumerable<RailGroup> Workspaces(CallerContext caller, DateTimeOffset now, ModuleCatalogue modules) =>
        from module in modules.Ready
        let links = module.Nav.Where(entry => entry.Roles.Any(role => caller.HoldsNow(role, entry.Agency, now)))
            .Select(entry => new RailItem(entry.Text, entry.Path, Icons.Material.Outlined.Workspaces)).ToList()
        where links.Count > 0
        select new RailGroup(module.Manifest.Name, links, module.Manifest.Key);
}
