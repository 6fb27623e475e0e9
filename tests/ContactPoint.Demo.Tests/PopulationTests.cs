using System.Text.Json;
using ContactPoint.Demo.Country;
using ContactPoint.Demo.Families;
using ContactPoint.Directory.Children;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Tests;

public sealed class PopulationTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Population Demo = Population.Make(20_150_314, 2_000, Today);

    [Fact]
    public void Make_WithTheSameSeed_GivesTheSameWrites() =>
        Text(Population.Make(7, 300, Today)).ShouldBe(Text(Population.Make(7, 300, Today)));

    [Fact]
    public void Make_WithAnotherSeed_GivesOtherChildren() =>
        Text(Population.Make(8, 300, Today)).ShouldNotBe(Text(Population.Make(7, 300, Today)));

    [Fact]
    public void Make_HasTheCountryAskedFor()
    {
        Demo.Children.Count.ShouldBe(2_000);
        Demo.Country.Localities.Count.ShouldBe(10);
        Demo.Country.Localities.Sum(locality => locality.Schools.Count).ShouldBeInRange(36, 44);
        Demo.Country.Localities.Sum(locality => locality.Practices.Count).ShouldBe(25);
        Demo.Country.Practitioners.Count().ShouldBeInRange(110, 130);
    }

    [Fact]
    public void Make_IdsNumbersAndNamesOfStaffAreUnique()
    {
        Demo.Children.Select(child => child.Id).ShouldBeUnique();
        Demo.Children.Select(child => DemoIds.DirectoryNumber(child.Key)).ShouldBeUnique();
        Demo.Children.Select(child => child.Upn).OfType<string>().ShouldBeUnique();
        Demo.Children.Select(child => child.Nhs).OfType<string>().ShouldBeUnique();
        Demo.Country.Organisations.Select(body => body.Id).ShouldBeUnique();
        Demo.Country.Practitioners.Select(person => person.Id).ShouldBeUnique();
    }

    [Fact]
    public void Make_IdentifiersAndPostcodesAreOfValidForm()
    {
        foreach (var child in Demo.Children)
        {
            if (child.Upn is { } upn) Upn.TryParse(upn, out _, out _).ShouldBeTrue(upn);
            if (child.Nhs is { } nhs) NhsNumber.TryParse(nhs, out _, out _).ShouldBeTrue(nhs);
            DirectoryNumber.TryParse(DemoIds.DirectoryNumber(child.Key), out _).ShouldBeTrue();
            if (child.Household.Whereabouts is not CurrentAddress { Address.Postcode: { } postcode }) continue;
            Postcode.TryParse(postcode, out var parsed, out _).ShouldBeTrue(postcode);
            child.Household.Locality.Authority.Districts.Select(district => district.Outward).ShouldContain(parsed.Outward.Value);
        }
    }

    [Fact]
    public void Make_EverybodyIsUnderEighteenAndNobodyIsUnborn()
    {
        foreach (var child in Demo.Children)
        {
            SchoolYear.Age(child.DateOfBirth, Today).ShouldBeInRange(0, 17);
            child.DateOfBirth.ShouldBeLessThanOrEqualTo(Today);
            child.Services.ShouldAllBe(service => service.Start >= child.DateOfBirth && (service.End == null || service.End >= service.Start));
        }
    }

    [Fact]
    public void Make_HasSiblingsTwinsStepFamiliesAndOtherNames()
    {
        var families = Demo.Children.GroupBy(child => child.Household).Where(family => family.Count() > 1).ToList();
        families.Count.ShouldBeGreaterThan(300);
        families.Count(family => family.GroupBy(child => child.DateOfBirth).Any(day => day.Count() > 1)).ShouldBeGreaterThan(15);
        families.Count(family => family.Select(child => child.Name.Family).Distinct().Count() > 1).ShouldBeGreaterThan(10);
        Demo.Children.Count(child => child.Name.Family.Contains('-', StringComparison.Ordinal)).ShouldBeGreaterThan(60);
        Demo.Children.Count(child => child.OtherNames.Any(name => name.Kind == OtherNameKind.Former)).ShouldBeGreaterThan(20);
        Demo.Children.Count(child => child.OtherNames.Any(name => name.Kind == OtherNameKind.Preferred)).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Make_NamesHaveAHeadAndALongTail()
    {
        var counts = Demo.Children.GroupBy(child => child.Household).GroupBy(family => family.Key.FamilyName).Select(name => name.Count()).ToList();
        counts.Count(times => times == 1).ShouldBeGreaterThan(200);
        counts.Max().ShouldBeGreaterThan(8);
    }

    [Fact]
    [Trait("Rule", "REC-5")]
    public void Make_HasGaps()
    {
        Demo.Children.Count(child => child.Education == EducationStatus.MissingEducation).ShouldBeGreaterThan(5);
        Demo.Children.Count(child => child.Education == EducationStatus.ElectiveHomeEducation).ShouldBeGreaterThan(5);
        Demo.Children.Count(child => child.Practice is null).ShouldBeInRange(20, 100);
        Demo.Children.Count(child => child.Lead is not null).ShouldBeGreaterThan(40);
        Demo.Children.Count(child => child.EarlyHelp is not null).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Make_TelephoneNumbersComeFromTheRangesForDrama()
    {
        var phones = Demo.Country.Organisations.Select(body => body.Phone).Concat(Demo.Country.Practitioners.Select(person => person.Phone))
            .Concat(Demo.Children.SelectMany(child => child.Household.Carers).Select(carer => carer.Phone)).OfType<string>();
        string[] ranges = ["0161 496 0", "01632 960", "0113 496 0", "0121 496 0", "0117 496 0", "0191 498 0", "020 7946 0", "07700 900", "03069 990"];
        phones.ShouldAllBe(phone => ranges.Any(range => phone.StartsWith(range, StringComparison.Ordinal)));
    }

    [Fact]
    public void Make_EmailsReachNobody() =>
        Demo.Country.Organisations.Select(body => body.Email).Concat(Demo.Country.Practitioners.Select(person => person.Email))
            .Concat(Demo.Children.SelectMany(child => child.Household.Carers).Select(carer => carer.Email)).OfType<string>()
            .ShouldAllBe(email => email.EndsWith(".example", StringComparison.Ordinal) && !email.Contains(' ', StringComparison.Ordinal) && email.All(char.IsAscii));

    [Fact]
    public void Make_PupilsAreInASchoolThatTakesTheirAge()
    {
        var year = SchoolYear.At(Today);
        var pupils = Demo.Children.Where(child => child.School is not null).ToList();
        pupils.Count.ShouldBeGreaterThan(1_200);
        pupils.ShouldAllBe(child => child.School!.Takes(year.AgeOf(child.DateOfBirth)) && child.SchoolSince <= Today);
        pupils.Count(child => child.School == Demo.Country.Salford.Schools[0]).ShouldBeInRange(40, 200);
    }

    [Fact]
    public void Make_BeginsWithTheStory()
    {
        var jayden = Demo.Children[0];
        jayden.Name.ShouldBe(new PersonName("Osborne", "Jayden", "Lee"));
        jayden.DateOfBirth.ShouldBe(new DateOnly(2015, 3, 14));
        jayden.School!.Organisation.Name.ShouldBe(SchoolNames.StLukes);
        jayden.Practice!.Name.ShouldBe(CountryBuilder.MillRoad);
        jayden.Lead.ShouldNotBeNull();
        Demo.Children[1].Household.ShouldBe(jayden.Household);
        Demo.Children.Skip(1).ShouldNotContain(child => child.Name.Family == "Osborne" && child.Name.Given == "Jayden");
    }

    private static string Text(Population population)
    {
        var writes = new ChildWrites(Today, default);
        return JsonSerializer.Serialize(population.Children.Select(writes.For));
    }
}
