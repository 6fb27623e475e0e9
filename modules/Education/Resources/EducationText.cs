namespace ContactPoint.Modules.Education.Resources;

/// <summary>Marks the resource file with the module's words.</summary>
public sealed class EducationText;
