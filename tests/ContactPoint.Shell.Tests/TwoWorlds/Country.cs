using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>The children and bodies of both worlds, made once, so that the worlds share every value.</summary>
internal sealed class Country
{
    /// <summary>With the secret child a page of the rosters would be over-full: a count before the filter shows.</summary>
    private const int OrdinaryChildren = 25;

    public static readonly Guid School = new("5c000000-0000-4000-8000-000000000001");
    public static readonly Guid OtherSchool = new("5c000000-0000-4000-8000-000000000002");
    public static readonly Guid NurseTeam = new("5c000000-0000-4000-8000-000000000003");
    public static readonly Guid Nurse = new("5c000000-0000-4000-8000-000000000004");
    public static readonly Guid OtherTeam = new("5c000000-0000-4000-8000-000000000005");

    private static readonly string[] Families = ["Osborne", "Barker", "Olsen", "Khan"];

    /// <summary>Who differs.</summary>
    public ChildId Secret { get; } = new(new Guid("c0000000-0000-4000-8000-0000000000ff"));

    /// <summary>The secret child's number: what somebody who knows it would type.</summary>
    public string Number { get; } = DirectoryNumber.New().Value;

    public IReadOnlyList<ChildWrite> Ordinary { get; } = [.. Enumerable.Range(0, OrdinaryChildren).Select(MakeOrdinary)];

    public static IReadOnlyList<Organisation> Bodies { get; } =
    [
        new() { Id = School, Kind = OrganisationKind.School, Name = "St Luke's Primary", Agency = Agency.Education, Authority = new("355"), RegisterCode = "105900", ServiceCode = ServiceCatalogue.School.Code },
        new() { Id = OtherSchool, Kind = OrganisationKind.School, Name = "Quay Street Primary", Agency = Agency.Education, Authority = new("352"), RegisterCode = "105901", ServiceCode = ServiceCatalogue.School.Code },
        new() { Id = NurseTeam, Kind = OrganisationKind.HealthService, Name = "Salford School Nursing", Agency = Agency.Health, Authority = new("355"), ServiceCode = ServiceCatalogue.SchoolNurse.Code },
        new() { Id = OtherTeam, Kind = OrganisationKind.HealthService, Name = "Manchester School Nursing", Agency = Agency.Health, Authority = new("352"), ServiceCode = ServiceCatalogue.SchoolNurse.Code },
    ];

    /// <summary>The secret child where nothing of it may show: at the school and with the nurse who asks, so that each list and search would hold it.</summary>
    public ChildWrite Concealed() => Child(Secret, "Osborne", "Jayden", Number) with
    {
        Whereabouts = new(new CurrentAddress(new Address(["2 Mill Lane"], "Salford", "M6 5AA")), From()),
        Identifiers = [new IdentifierWrite(IdentifierSchemes.Nhs, "9434765919", From()), new IdentifierWrite(IdentifierSchemes.Upn, "H801200001001", From())],
        Starts = [Start(ServiceCatalogue.School.Code, School), Start(ServiceCatalogue.SchoolNurse.Code, NurseTeam, Nurse)],
    };

    /// <summary>The secret child where its name, gender, birth and number may show and all else differs.</summary>
    public ChildWrite Masked(bool first)
    {
        var child = Child(Secret, "Osborne", "Jayden", Number);
        return child with
        {
            Authority = new LocalAuthorityCode(first ? "355" : "352"),
            Education = first ? EducationStatus.AtSchool : EducationStatus.Unknown,
            Identity = child.Identity! with { OtherNames = [new(new OtherName(OtherNameKind.Former, new PersonName(first ? "Barker" : "Olsen", "Jayden")), From())] },
            Whereabouts = new(new CurrentAddress(new Address([first ? "2 Mill Lane" : "9 Quay Street"], first ? "Salford" : "Manchester", first ? "M6 5AA" : "M1 1AE")), From()),
            Carers = new([new Carer { Name = new PersonName(first ? "Osborne" : "Olsen", "Philippa"), Relationship = CarerRelationship.Mother, HasParentalResponsibility = true, HasCare = first, Phone = first ? "07700 900123" : "07700 900456" }], From()),
            Identifiers = [new IdentifierWrite(IdentifierSchemes.Nhs, first ? "9434765919" : "9434765870", From())],
            Starts = [Start(ServiceCatalogue.SchoolNurse.Code, first ? OtherTeam : OtherSchool)],
        };
    }

    private static ChildWrite MakeOrdinary(int number) =>
        Child(new ChildId(new Guid($"c0000000-0000-4000-8000-0000000000{number:x2}")), Families[number % Families.Length], number % 5 == 0 ? "Jayden" : $"Jo{(char)('a' + number)}", DirectoryNumber.New().Value, number) with
        {
            Starts = [Start(ServiceCatalogue.School.Code, School), Start(ServiceCatalogue.SchoolNurse.Code, NurseTeam, Nurse)],
        };

    private static ChildWrite Child(ChildId child, string family, string given, string directoryNumber, int later = 0) => new()
    {
        Child = child,
        ExpectedVersion = 0,
        Authority = new LocalAuthorityCode("355"),
        Education = EducationStatus.AtSchool,
        Identity = new IdentityDocument
        {
            Name = new(new PersonName(family, given), From()),
            Gender = new(Gender.Male, From()),
            DateOfBirth = new(new DateOnly(2015, 3, 14).AddDays(later), From()),
            DirectoryNumber = directoryNumber,
        },
        Whereabouts = new(new CurrentAddress(new Address([$"{later + 1} Salt Street"], "Salford", "M6 5AA")), From()),
    };

    private static InvolvementStart Start(string service, Guid organisation, Guid? practitioner = null) =>
        new() { ServiceCode = service, Organisation = organisation, Practitioner = practitioner, Start = new DateOnly(2024, 9, 2), From = From() };

    private static Provenance From() => new()
    {
        Kind = SourceKind.SchoolRoll,
        Source = School,
        AsAt = new DateOnly(2026, 11, 2),
        ReceivedAt = new DateTimeOffset(2026, 11, 3, 4, 5, 6, TimeSpan.Zero),
    };
}
