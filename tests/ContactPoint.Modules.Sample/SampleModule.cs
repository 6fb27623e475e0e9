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
    /// <summary>The right to count visits.</summary>
    public const string Counts = "sample.count-visits";

    /// <inheritdoc/>
    public void Register(ModuleRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        registration.Context<SampleContext, SqliteSampleContext, SqlServerSampleContext>()
            .Handler<CountVisitHandler>()
            .Permission(new ModulePermission(Counts, "Count visits", Agency.Education, new HashSet<Role> { Role.Practitioner }))
            .Setting(new ModuleSetting { Key = "sample.keep-days", Words = "Days that visits are kept", Kind = SettingKind.WholeNumber, Minimum = 1, Maximum = 365, Default = "30", Widens = SettingWidens.Up })
            .Setting(new ModuleSetting
            {
                Key = "sample.shown-to",
                Words = "Who sees the visits",
                Hint = "Everybody means each agency of your authority.",
                Kind = SettingKind.Choice,
                Choices = [new("nobody", "Nobody"), new("school", "The school"), new("everybody", "Everybody")],
                Default = "school",
                Widens = SettingWidens.Up,
            })
            .Setting(new ModuleSetting { Key = "sample.greeting", Words = "Greeting", Kind = SettingKind.ShortText, Default = "", Widens = SettingWidens.None })
            .Job<TidyJob>(JobSchedule.Every("sample.tidy", 5, TimeSpan.FromMinutes(2)))
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
