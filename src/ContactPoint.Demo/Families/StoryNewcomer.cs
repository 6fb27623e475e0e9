using ContactPoint.Demo.Country;
using ContactPoint.Demo.Names;
using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Families;

/// <summary>
/// A girl of another school whom St Luke's roll lists with a letter wrong and a pupil number of its own: a steward must decide whom that row means. The same
/// whatever the seed.
/// </summary>
internal static class StoryNewcomer
{
    public const string Key = "story.2";

    private const int FirstYear = 2021;

    private static readonly DateOnly Birth = new(2016, 9, 21);

    // Nothing here is left to chance: what is, comes from one row of numbers, and a draw more would make other children of the same seed.
    public static ChildPlan Make(DemoCountry country, DateOnly today)
    {
        var salford = country.Salford;
        var school = salford.Schools[2];
        var takes = school.Takes(SchoolYear.At(today).AgeOf(Birth));
        return new ChildPlan
        {
            Key = Key,
            Household = new Household
            {
                Locality = salford,
                Community = NameLists.British,
                FamilyName = "Winterbourne",
                Whereabouts = new CurrentAddress(new Address(["31 Agecroft Lane"], "Manchester", "M27 8QE")),
                Carers =
                [
                    new Carer
                    {
                        Name = new PersonName("Winterbourne", "Ruth"),
                        Relationship = CarerRelationship.Mother,
                        HasParentalResponsibility = true,
                        HasCare = true,
                        Phone = "07700 900417",
                    },
                ],
                Preference = 0,
            },
            Name = new PersonName("Winterbourne", "Tamsin", "Rose"),
            Gender = Gender.Female,
            DateOfBirth = Birth,
            Practice = salford.Practices[1],
            Education = takes ? EducationStatus.AtSchool : EducationStatus.Unknown,
            School = takes ? school : null,
            SchoolSince = new SchoolYear(FirstYear).FirstDay,
            Upn = ContactPoint.Matching.Identifiers.Upn.CheckLetter("355990121001") + "355990121001",
        };
    }
}
