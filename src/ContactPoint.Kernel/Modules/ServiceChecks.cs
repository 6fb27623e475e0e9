using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>A module's services: under its own key, none twice, none that the core has.</summary>
internal static class ServiceChecks
{
    // What the column of an involvement's service takes.
    private const int LongestCode = 40;

    public static Error? Check(IReadOnlyList<ModuleService> services, string key, IReadOnlySet<string> taken)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            if (!ModuleNames.IsOwn(service.Code, key, LongestCode)) return ModuleErrors.Malfunctioned($"The code of a service is not {key}. and at most {LongestCode} lower-case letters, digits and hyphens.");
            if (!codes.Add(service.Code)) return ModuleErrors.Malfunctioned($"The service {service.Code} is there twice.");
            if (taken.Contains(service.Code)) return ModuleErrors.Malfunctioned($"The service {service.Code} is one of the core's.");
            if (!ModuleNames.AreWords(service.Name)) return ModuleErrors.Malfunctioned($"The service {service.Code} has no name of 60 characters at most.");
            if (!Enum.IsDefined(service.Class) || service.Agency is Agency.None || !Enum.IsDefined(service.Agency))
                return ModuleErrors.Malfunctioned($"The service {service.Code} has no class or no agency.");
        }

        return null;
    }
}
