using System.Reflection;
using System.Text.RegularExpressions;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ContactPoint.Kernel.Modules;

/// <summary>
/// A module's pages and links: below its own prefix, each with a policy, no route twice. One bad route would stop the router for every page of the
/// host, so what the router would find at its first use is looked for here.
/// </summary>
internal static partial class ModulePages
{
    private static readonly string[] Constraints = ["bool", "datetime", "decimal", "double", "float", "guid", "int", "long", "nonfile"];

    public static Error? Check(IEnumerable<Type> types, IEnumerable<NavEntry> nav, string key)
    {
        var routes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in types)
        {
            var templates = page.GetCustomAttributes<RouteAttribute>(inherit: false).ToList();
            if (templates.Count == 0) continue;
            if (!typeof(IComponent).IsAssignableFrom(page)) return ModuleErrors.Malfunctioned($"{page.Name} has a route and is no component.");
            if (!page.IsDefined(typeof(AuthorizeAttribute), inherit: true) || page.IsDefined(typeof(AllowAnonymousAttribute), inherit: true))
                return ModuleErrors.Malfunctioned($"The page {page.Name} does not say who may see it.");
            if (page.IsDefined(typeof(RenderModeAttribute), inherit: true) || page.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute), inherit: true))
                return ModuleErrors.Malfunctioned($"The page {page.Name} chooses a render mode. The host has one for all.");
            foreach (var template in templates.Select(route => route.Template))
                if (Fault(template, key, routes) is { } fault) return ModuleErrors.Malfunctioned($"The page {page.Name} {fault}.");
        }

        return nav.All(entry => IsSound(entry, key)) ? null : ModuleErrors.Malfunctioned("A link in the rail leads out of the module, or has no words of 40 characters at most.");
    }

    private static string? Fault(string template, string key, HashSet<string> routes)
    {
        if (!IsWithin(template.TrimStart('/'), key)) return $"has a route outside /m/{key}";
        RoutePattern pattern;
        try
        {
            pattern = RoutePatternFactory.Parse(template);
        }
        catch (RoutePatternException)
        {
            return "has a malformed route";
        }

        if (pattern.ParameterPolicies.Values.SelectMany(policies => policies).Any(policy => !Constraints.Contains(policy.Content))) return "has a route with a constraint that is not known";
        return routes.Add(ParameterName().Replace(template.Trim('/'), "{$1$2}")) ? null : "has a route that another page has too";
    }

    private static bool IsSound(NavEntry entry, string key) =>
        entry.Text.Length is > 0 and <= 40 && !entry.Text.Any(char.IsControl) && ModulePaths.IsSafe(entry.Path) && IsWithin(entry.Path, key);

    private static bool IsWithin(string path, string key) => path == $"m/{key}" || path.StartsWith($"m/{key}/", StringComparison.Ordinal);

    // Two parameters in one place are one route, whatever they are called.
    [GeneratedRegex(@"\{(\**)[^}:?]+([^}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex ParameterName();
}
