using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Tests;

/// <summary>Children for tests: each value can be told apart in a database file.</summary>
public static class Given
{
    public const string Upn = "H801200001001";
    public const string Nhs = "9434765919";

    public static Provenance From(Guid? source = null, SourceKind kind = SourceKind.SchoolRoll) => new()
    {
        Kind = kind,
        Source = source ?? World.School,
        AsAt = new DateOnly(2026, 11, 2),
        ReceivedAt = new DateTimeOffset(2026, 11, 3, 4, 5, 6, TimeSpan.Zero),
    };

    public static IdentityDocument Identity(string family = "Osborne", string given = "Jayden", DateOnly? born = null, Gender gender = Gender.Male, string? number = null) => new()
    {
        Name = new(new PersonName(family, given, "Marmaduke"), From()),
        Gender = new(gender, From()),
        DateOfBirth = new(born ?? new DateOnly(2015, 3, 14), From()),
        DirectoryNumber = number ?? DirectoryNumber.New().Value,
    };

    /// <summary>A whole record of a child at the school and the practice.</summary>
    public static ChildWrite Child(ChildId? child = null, IdentityDocument? identity = null, string postcode = "M6 5AA") => new()
    {
        Child = child ?? NewChild(),
        ExpectedVersion = 0,
        Authority = new LocalAuthorityCode("355"),
        Education = EducationStatus.AtSchool,
        Identity = identity ?? Identity(),
        Whereabouts = new(new CurrentAddress(new Address(["14 Quillfeather Lane"], "Salford", postcode)), From()),
        Carers = new([new Carer { Name = new PersonName("Osborne", "Philippa"), Relationship = CarerRelationship.Mother, HasParentalResponsibility = true, HasCare = true, Phone = "07700 900123" }], From()),
        Identifiers = [new IdentifierWrite(IdentifierSchemes.Upn, Upn, From())],
        Starts =
        [
            new InvolvementStart { ServiceCode = ServiceCatalogue.School.Code, Organisation = World.School, Start = new DateOnly(2019, 9, 2), From = From() },
            new InvolvementStart { ServiceCode = ServiceCatalogue.GeneralPractice.Code, Organisation = World.Practice, Start = new DateOnly(2015, 4, 1), From = From(World.Practice, SourceKind.GeneralPracticeList) },
        ],
    };

    public static ChildId NewChild() => new(Guid.NewGuid());
}
