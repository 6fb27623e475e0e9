using ContactPoint.Modules.Education.Children;
using ContactPoint.Modules.Education.Contacts;
using ContactPoint.Modules.Education.Data;
using ContactPoint.Modules.Education.Registers;
using ContactPoint.Modules.Education.Rolls;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Modules.Education;

/// <summary>Schools and education services: their rolls, their workspace, who does what at a school.</summary>
public sealed class EducationModule : IAgencyModule
{
    /// <summary>The right to keep whom to reach at one's own school.</summary>
    public static readonly ModulePermission KeepsContacts =
        new("education.keep-contacts", "Keep whom to reach at the own school", Agency.Education, new HashSet<Role> { Role.Practitioner, Role.PractitionerSupport });

    /// <summary>The days that count as the last ones.</summary>
    public static readonly ModuleSetting RecentDays = new()
    {
        Key = "education.recent-days",
        Words = "Days that a child counts as a joiner or leaver",
        Hint = "Schools of your area see who joined and who left in these days.",
        Kind = SettingKind.WholeNumber,
        Minimum = RosterRequest.FewestDays,
        Maximum = RosterRequest.MostDays,
        Default = "30",
        Widens = SettingWidens.Up,
    };

    private static readonly HashSet<Role> Staff = [Role.Practitioner, Role.PractitionerSupport, Role.ChildProtectionPractitioner, Role.DataSteward];

    /// <inheritdoc/>
    public void Register(ModuleRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        registration.Context<EducationContext, SqliteEducationContext, SqlServerEducationContext>()
            .Feed(SchoolRoll.Format)
            .Feed(EstablishmentsRegister.Format)
            .Handler<ListChildrenHandler>()
            .Handler<KeepContactsHandler>()
            .Permission(KeepsContacts)
            .Setting(RecentDays)
            .Service(new ModuleService("education.virtual-school", "Virtual school", Agency.Education, ServiceClass.Additional))
            .Service(new ModuleService("education.home-education", "Elective home education adviser", Agency.Education, ServiceClass.Additional))
            .Part<ContactsSource, ContactsView>(new RecordPartDescriptor
            {
                Part = ContactsSource.Part,
                Title = "Whom to reach at the school",
                Order = 10,
                Agency = Agency.Education,
                Purposes = Enum.GetValues<Purpose>().Where(purpose => purpose != Purpose.None).ToHashSet(),
            })
            .Nav(Link("Lists of children", "m/education", Staff))
            .Nav(Link("Whom to reach at your school", "m/education/contacts", KeepsContacts.Roles))
            .Nav(Link("Help for education staff", "m/education/help", Staff));
    }

    private static NavEntry Link(string text, string path, IReadOnlySet<Role> roles) => new() { Text = text, Path = path, Agency = Agency.Education, Roles = roles };
}
