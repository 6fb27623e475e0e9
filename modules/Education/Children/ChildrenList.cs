using ContactPoint.Sdk.Access;

namespace ContactPoint.Modules.Education.Children;

/// <summary>A list of the workspace: its address below <c>m/education/</c>, the roster behind it, and the key of its words.</summary>
/// <param name="Path">The last part of its address.</param>
/// <param name="Kind">The roster.</param>
/// <param name="Words">What its texts are filed under.</param>
public sealed record ChildrenList(string Path, RosterKind Kind, string Words)
{
    /// <summary>Every list, in the order the page offers them.</summary>
    public static IReadOnlyList<ChildrenList> All { get; } =
    [
        new("children", RosterKind.OwnSetting, "Setting"),
        new("joiners", RosterKind.OwnSettingJoiners, "Joiners"),
        new("leavers", RosterKind.OwnSettingLeavers, "Leavers"),
        new("missing-education", RosterKind.MissingEducation, "Missing"),
        new("home-educated", RosterKind.HomeEducated, "Home"),
    ];

    /// <summary>True where the list changes with the days that count as the last ones.</summary>
    public bool CountsDays => Kind is RosterKind.OwnSettingJoiners or RosterKind.OwnSettingLeavers;
}
