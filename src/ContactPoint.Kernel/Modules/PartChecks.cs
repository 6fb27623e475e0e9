using System.Reflection;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Kernel.Modules;

/// <summary>A module's parts of the record: under its own key, read and shown by its own classes, through nothing but what was disclosed.</summary>
internal static class PartChecks
{
    /// <summary>The one parameter of a view.</summary>
    public const string Parameter = "Part";

    private const int LongestKey = 60;
    private const int LongestTitle = 40;

    public static Result<IReadOnlyList<LoadedPart>> Check(IReadOnlyList<RecordPartRegistration> parts, string key, Assembly entry)
    {
        var loaded = new List<LoadedPart>();
        foreach (var (part, source, view) in parts)
        {
            // A core key has no owner before it, or one that is no key of a module.
            if (!ModuleNames.IsOwn(part.Part.Value, key, LongestKey) || PartKey.Core.Contains(part.Part))
                return ModuleErrors.Malfunctioned($"The key of a part of the record is not {key}. and at most {LongestKey} lower-case letters, digits and hyphens.");
            if (loaded.Any(known => known.Descriptor.Part == part.Part)) return ModuleErrors.Malfunctioned($"The part {part.Part} is there twice.");
            if (Fault(part) is { } fault) return ModuleErrors.Malfunctioned($"The part {part.Part} {fault}.");
            if (!IsPlain(source, entry)) return ModuleErrors.Malfunctioned($"The source of the part {part.Part} is not a plain class of its own.");
            if (!IsPlain(view, entry) || !typeof(IComponent).IsAssignableFrom(view) || view.IsDefined(typeof(RouteAttribute), inherit: true) || view.IsDefined(typeof(RenderModeAttribute), inherit: true))
                return ModuleErrors.Malfunctioned($"The view of the part {part.Part} is not a component of its own without a route and a render mode.");
            if (ValueOf(view) is not { } value) return ModuleErrors.Malfunctioned($"The view of the part {part.Part} does not take one parameter, {Parameter}, of what was disclosed.");
            loaded.Add(new LoadedPart(part, source, view, value));
        }

        return loaded;
    }

    private static string? Fault(RecordPartDescriptor part)
    {
        if (!ModuleNames.AreWords(part.Title, LongestTitle)) return $"has no title of {LongestTitle} characters at most";
        if (!IsAgency(part.Agency)) return "has no agency";
        if (part.Agencies is { } agencies && (agencies.Count == 0 || !agencies.All(IsAgency))) return "is for no agency that there is";
        return part.Purposes is not { Count: > 0 } || part.Purposes.Any(purpose => purpose is Purpose.None || !Enum.IsDefined(purpose)) ? "is for no purpose that there is" : null;
    }

    private static bool IsAgency(Agency agency) => agency is not Agency.None && Enum.IsDefined(agency);

    private static bool IsPlain(Type type, Assembly entry) => type.Assembly == entry && type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false };

    private static Type? ValueOf(Type view)
    {
        var parameters = view.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: true) || property.IsDefined(typeof(CascadingParameterAttribute), inherit: true)).ToList();
        if (parameters is not [{ Name: Parameter, PropertyType: { IsGenericType: true } type } only] || !only.IsDefined(typeof(ParameterAttribute), inherit: true)) return null;
        return type.GetGenericTypeDefinition() == typeof(Disclosed<>) && type.GetGenericArguments()[0] is { IsValueType: false } value ? value : null;
    }
}
