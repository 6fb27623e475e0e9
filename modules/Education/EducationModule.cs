using ContactPoint.Modules.Education.Children;
using ContactPoint.Modules.Education.Rolls;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Modules.Education;

/// <summary>Schools and education services: their rolls, their workspace, who does what at a school.</summary>
public sealed class EducationModule : IAgencyModule
{
    private static readonly HashSet<Role> Staff = [Role.Practitioner, Role.PractitionerSupport, Role.ChildProtectionPractitioner, Role.DataSteward];

    /// <inheritdoc/>
    public void Register(ModuleRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        registration.Feed(SchoolRoll.Format)
            .Handler<ListChildrenHandler>()
            .Nav(Link("Lists of children", "m/education"));
    }

    private static NavEntry Link(string text, string path) => new() { Text = text, Path = path, Agency = Agency.Education, Roles = Staff };
}
