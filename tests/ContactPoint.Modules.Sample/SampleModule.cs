using ContactPoint.Modules.Sample.Data;
using ContactPoint.Modules.Sample.Notes;
using ContactPoint.Modules.Sample.Visits;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
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
            .Service(new ModuleService("sample.walk-in", "Sample walk-in", Agency.Education, ServiceClass.Universal))
            .Service(new ModuleService("sample.quiet-room", "Sample quiet room", Agency.Education, ServiceClass.Sensitive))
            .Part<NoteSource, NoteView>(new RecordPartDescriptor
            {
                Part = new PartKey("sample.note"),
                Title = "Sample note",
                Order = 10,
                Agency = Agency.Education,
                Agencies = new HashSet<Agency> { Agency.Education, Agency.Health },
                Purposes = new HashSet<Purpose> { Purpose.ServiceProvision, Purpose.SafeguardingEnquiry },
            })
            .Nav(new NavEntry { Text = "Sample visits", Path = "m/sample/visits", Agency = Agency.Education, Roles = new HashSet<Role> { Role.Practitioner } });
    }
}
