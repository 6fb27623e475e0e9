using MudBlazor;

namespace ContactPoint.Ui.Feedback;

/// <summary>Icon, class and resource key of each kind.</summary>
internal static class BannerLook
{
    public static string Icon(BannerKind kind) => kind switch
    {
        BannerKind.Success => Icons.Material.Outlined.CheckCircle,
        BannerKind.Warning => Icons.Material.Outlined.WarningAmber,
        BannerKind.Danger => Icons.Material.Outlined.ErrorOutline,
        BannerKind.Shielded => Icons.Material.Outlined.Shield,
        _ => Icons.Material.Outlined.Info,
    };

    public static string Modifier(BannerKind kind) => kind switch
    {
        BannerKind.Success => "success",
        BannerKind.Warning => "warning",
        BannerKind.Danger => "danger",
        BannerKind.Shielded => "shielded",
        _ => "information",
    };

    public static string TitleKey(BannerKind kind) => kind switch
    {
        BannerKind.Success => "Banner.Success",
        BannerKind.Warning => "Banner.Warning",
        BannerKind.Danger => "Banner.Danger",
        BannerKind.Shielded => "Banner.Shielded",
        _ => "Banner.Information",
    };
}
