namespace ContactPoint.Ui.Resources;

/// <summary>
/// Marks the resource file that holds every word of this library: ask for <c>IStringLocalizer&lt;UiText&gt;</c>.
/// English is the neutral language; another language is a file <c>UiText.xx.resx</c> beside it.
/// </summary>
public sealed class UiText;
