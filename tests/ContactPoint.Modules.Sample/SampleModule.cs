using ContactPoint.Modules.Sample.Data;
using ContactPoint.Modules.Sample.Visits;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Modules.Sample;

/// <summary>The module that the loader's tests bring in: a page with a style of its own, a handler, a table.</summary>
public sealed class SampleModule : IAgencyModule
{
    /// <inheritdoc/>
    public void Register(ModuleRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        registration.Context<SampleContext, SqliteSampleContext, SqlServerSampleContext>()
            .Handler<CountVisitHandler>()
            .Nav(new NavEntry { Text = "Sample visits", Path = "m/sample/visits", Agency = Agency.Education, Roles = new HashSet<Role> { Role.Practitioner } });
    }
}
