using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using CsCheck;

namespace ContactPoint.Sdk.Tests.Access;

[Trait("Rule", "SEA-2")]
public sealed class SearchKeySetTests
{
    private static readonly DateOnly Birth = new(2015, 3, 14);

    public static TheoryData<SearchCriteria> TooLittle =>
    [
        new SearchCriteria(),
        new SearchCriteria { FamilyName = "Osborne" },
        new SearchCriteria { GivenName = "Jayden" },
        new SearchCriteria { Postcode = "M1 1AA" },
        new SearchCriteria { DateOfBirth = Birth },
        new SearchCriteria { FamilyName = "Osborne", GivenName = "Jayden" },
        new SearchCriteria { FamilyName = "Osborne", DateOfBirth = Birth },
        new SearchCriteria { FamilyName = "Osborne", Postcode = "M1 1AA" },
        new SearchCriteria { FamilyName = "Osborne", GivenName = "Jayden", Age = 11 },
        new SearchCriteria { FamilyName = "Osborne", GivenName = "Jayden", Gender = Gender.Male },
        new SearchCriteria { FamilyName = "Os*", GivenName = "Jayden", DateOfBirth = Birth },
        new SearchCriteria { GivenName = "Jayden", DateOfBirth = Birth, Postcode = "M1" },
        new SearchCriteria { GivenName = "Jayden", Postcode = "M1 1AA" },
        new SearchCriteria { DirectoryNumber = "000000000000" },
        new SearchCriteria { FamilyName = "  ", GivenName = "  ", DateOfBirth = Birth },
    ];

    public static TheoryData<SearchCriteria> Enough =>
    [
        new SearchCriteria { FamilyName = "Osborne", GivenName = "Jayden", DateOfBirth = Birth },
        new SearchCriteria { FamilyName = "Osb", GivenName = "Jay", DateOfBirth = Birth },
        new SearchCriteria { FamilyName = "Ng", GivenName = "Bo", DateOfBirth = Birth },
        new SearchCriteria { FamilyName = "Osborne", GivenName = "Jayden", Age = 11, Gender = Gender.Male },
        new SearchCriteria { FamilyName = "Osborne", GivenName = "Jayden", Postcode = "m1" },
        new SearchCriteria { FamilyName = "Osborne", GivenName = "Jayden", Postcode = "EC1A 1BB" },
        new SearchCriteria { GivenName = "Jayden", DateOfBirth = Birth, Postcode = "M1 1AA" },
        new SearchCriteria { DirectoryNumber = DirectoryNumber.FromBits(42).ToString() },
    ];

    [Theory]
    [MemberData(nameof(TooLittle))]
    public void TooLittle_IsRefused_AndSaysWhatWouldDo(SearchCriteria criteria)
    {
        var answer = SearchKeySets.Check(criteria, Agency.Health);
        answer.IsEnough.ShouldBeFalse();
        answer.Missing.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Enough))]
    public void AnAcceptedSet_IsEnough(SearchCriteria criteria) => SearchKeySets.Check(criteria, Agency.Health).IsEnough.ShouldBeTrue();

    [Theory, Trait("Rule", "REC-6")]
    [InlineData(Agency.Health, SectorIdentifier.Upn, false)]
    [InlineData(Agency.Education, SectorIdentifier.Nhs, false)]
    [InlineData(Agency.SocialCare, SectorIdentifier.Nhs, false)]
    [InlineData(Agency.Education, SectorIdentifier.Upn, true)]
    [InlineData(Agency.Health, SectorIdentifier.Nhs, true)]
    [InlineData(Agency.Health, "local", false)]
    public void ASectorIdentifier_IsAKeyForItsOwnSectorAlone(Agency agency, string scheme, bool enough) =>
        SearchKeySets.Check(new SearchCriteria { Identifier = new SectorIdentifier(scheme, "9434765919") }, agency).IsEnough.ShouldBe(enough);

    [Fact]
    public void AnyFamilyNameAlone_WithAnyPostcode_IsNeverEnough() =>
        Gen.Select(Gen.String, Gen.String).Sample((family, postcode) =>
            !SearchKeySets.Check(new SearchCriteria { FamilyName = family, Postcode = postcode }, Agency.Health).IsEnough);
}
