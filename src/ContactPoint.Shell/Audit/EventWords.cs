using ContactPoint.Sdk.Audit;
using ContactPoint.Shell.Resources;
using Microsoft.Extensions.Localization;

namespace ContactPoint.Shell.Audit;

/// <summary>Events in words; those of modules by their own dotted name.</summary>
internal static class EventWords
{
    public static string Of(AuditEventType type, IStringLocalizer<ShellText> words)
    {
        var known = words[$"Event.{type.Name}"];
        return known.ResourceNotFound ? type.Name : known;
    }
}
