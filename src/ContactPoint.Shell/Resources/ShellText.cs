namespace ContactPoint.Shell.Resources;

/// <summary>Marks the resource file with the Shell's words.</summary>
internal sealed class ShellText;
