using ContactPoint.Modules.Education.Rolls;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Modules.Education;

/// <summary>Schools and education services: their rolls, their workspace, who does what at a school.</summary>
public sealed class EducationModule : IAgencyModule
{
    /// <inheritdoc/>
    public void Register(ModuleRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        registration.Feed(SchoolRoll.Format);
    }
}
