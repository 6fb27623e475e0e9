using MudBlazor;

namespace ContactPoint.Ui.Theme;

/// <summary>
/// The look of the product for MudBlazor's components. The same colours stand as custom properties in
/// <c>wwwroot/contactpoint.css</c> for our own markup; <c>ThemeColoursTests</c> holds the two together and checks their contrast.
/// </summary>
public static class ContactPointTheme
{
    /// <summary>Fonts that are on the device already: nothing to load, familiar to read.</summary>
    internal static readonly string[] FontFamily =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"];

    /// <summary>
    /// One theme for light and dark. It never changes at run time: the content security policy allows its style blocks by hash.
    /// </summary>
    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = FontFamily, FontSize = "1rem", LineHeight = "1.5" } },
    };

    private static PaletteLight Light() => new()
    {
        Primary = ThemeColours.Light.Primary,
        PrimaryContrastText = ThemeColours.Light.OnPrimary,
        Secondary = ThemeColours.Light.Muted,
        Error = ThemeColours.Light.Danger,
        Warning = ThemeColours.Light.Warning,
        Success = ThemeColours.Light.Success,
        Info = ThemeColours.Light.Primary,
        TextPrimary = ThemeColours.Light.Text,
        TextSecondary = ThemeColours.Light.Muted,
        Background = ThemeColours.Light.Page,
        Surface = ThemeColours.Light.Surface,
        ActionDefault = ThemeColours.Light.Text,
    };

    private static PaletteDark Dark() => new()
    {
        Primary = ThemeColours.Dark.Primary,
        PrimaryContrastText = ThemeColours.Dark.OnPrimary,
        Secondary = ThemeColours.Dark.Muted,
        Error = ThemeColours.Dark.Danger,
        Warning = ThemeColours.Dark.Warning,
        Success = ThemeColours.Dark.Success,
        Info = ThemeColours.Dark.Primary,
        TextPrimary = ThemeColours.Dark.Text,
        TextSecondary = ThemeColours.Dark.Muted,
        Background = ThemeColours.Dark.Page,
        Surface = ThemeColours.Dark.Surface,
        ActionDefault = ThemeColours.Dark.Text,
    };
}
