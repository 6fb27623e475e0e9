using ContactPoint.Demo.Country;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Demo.People;

/// <summary>The demo people, in the order the demo page shows them.</summary>
internal static class Cast
{
    private static readonly HashSet<Purpose> Care = [Purpose.SafeguardingEnquiry, Purpose.ServiceProvision, Purpose.EarlyHelp, Purpose.UrgentCare];
    private static readonly HashSet<Purpose> Help = [Purpose.SafeguardingEnquiry, Purpose.ServiceProvision, Purpose.EarlyHelp];
    private static readonly HashSet<Purpose> Gaps = [.. Help, Purpose.UniversalServiceGap];
    private static readonly HashSet<Purpose> Data = [Purpose.DataQuality, Purpose.UniversalServiceGap];

    private const string Find = "/find";
    private const string Home = "/";
    private const string Education = "/m/education";
    private const string Feeds = "/feeds";
    private const string Modules = "/admin/modules";
    private const string Audit = "/audit";

    public static IReadOnlyList<CastMember> All { get; } =
    [
        new()
        {
            UserName = "nurse.salford", Name = StaffNames.EmergencyNurse, Does = $"Emergency department nurse, {StaffNames.Hospital}", Organisation = StaffNames.Hospital,
            Role = Role.Practitioner, Function = "emergency-nurse", Purposes = Care, FirstPage = Find,
            Try = "A boy has come in who says he is Jaydon Osborn, born 14 March 2015. Find out who else works with him.",
        },
        new()
        {
            UserName = "schoolnurse.salford", Name = StaffNames.SchoolNurse, Does = "School nurse, Salford School Health Service", Organisation = "Salford School Health Service",
            Role = Role.Practitioner, Function = "school-nurse", Purposes = Help, FirstPage = Home, Try = "See the children you are involved with.",
        },
        new()
        {
            UserName = "school.stlukes", Name = StaffNames.PastoralLead, Does = "Pastoral lead, St Luke's Church of England School", Organisation = SchoolNames.StLukes,
            Role = Role.Practitioner, Function = "pastoral-lead", Purposes = Help, FirstPage = Education, Try = "See the pupils on your roll, who joined and who left; say whom to reach at your school.",
        },
        new()
        {
            UserName = "education.salford", Name = StaffNames.WelfareOfficer, Does = $"Education welfare officer, {StaffNames.EducationService}", Organisation = StaffNames.EducationService,
            Role = Role.Practitioner, Function = "education-welfare-officer", Purposes = Gaps, FirstPage = Education, Try = "See which children of Salford miss education, and who is educated at home.",
        },
        new()
        {
            UserName = "socialworker.salford", Name = StaffNames.SocialWorker, Does = "Social worker, Salford Children's Social Care", Organisation = "Salford Children's Social Care",
            Role = Role.Practitioner, Function = "social-worker", Purposes = Help, FirstPage = Home, Try = "Open a child you work with, or find one and say that you are involved.",
        },
        new()
        {
            UserName = "yot.salford", Name = StaffNames.YouthOffendingWorker, Does = "Youth justice worker, Salford Youth Justice Service", Organisation = "Salford Youth Justice Service",
            Role = Role.Practitioner, Function = "youth-justice-worker", Purposes = Help, FirstPage = Find, Try = "Find a young person by name, age and gender.",
        },
        new()
        {
            UserName = "steward.salford", Name = "Gareth Holt", Does = "Data steward, Salford City Council", Organisation = "Salford City Council", IsPractitioner = false,
            Role = Role.DataSteward, Function = "data-steward", Purposes = Data, FirstPage = Feeds,
            Try = "Send in St Luke's school roll: demo/st-lukes-roll.csv in the data directory. Then decide the row that waits, and undo it; then send in the register of schools: demo/salford-establishments.csv.",
        },
        new()
        {
            UserName = "superuser.salford", Name = "Nadia Chaudhry", Does = "Administrator, Salford City Council", Organisation = "Salford City Council", IsPractitioner = false,
            Role = Role.SuperUser, Function = "administrator", Purposes = new HashSet<Purpose>(), FirstPage = Modules, Try = "Let schools see joiners of the last 60 days. See that an administrator sees no child.",
        },
        new()
        {
            UserName = "superuser2.salford", Name = "Owen Pritchard", Does = "Second administrator, Salford City Council", Organisation = "Salford City Council", IsPractitioner = false,
            Role = Role.SuperUser, Function = "administrator", Purposes = new HashSet<Purpose>(), FirstPage = Modules, Try = "Confirm what Nadia Chaudhry has proposed.",
        },
        new()
        {
            UserName = "reviewer.national", Name = "Ruth Blake", Does = "Security reviewer, ContactPoint National Team", Organisation = null, IsPractitioner = false,
            Role = Role.SecurityReviewer, Function = "security-reviewer", Purposes = new HashSet<Purpose>(), FirstPage = Audit, Try = "Find what the nurse did, and open the entry.",
        },
    ];
}
