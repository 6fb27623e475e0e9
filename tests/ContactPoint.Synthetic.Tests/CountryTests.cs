using ContactPoint.Matching.Identifiers;
using ContactPoint.Synthetic.Families;

namespace ContactPoint.Synthetic.Tests;

public sealed class CountryTests
{
    private const int Seed = 11;
    private static readonly SyntheticChild[] Some = [.. new SyntheticCountry(Seed, 60_000).Children()];

    [Fact]
    public void OneSeed_MakesOneCountry_AndAnotherSeedAnother()
    {
        var again = new SyntheticCountry(Seed, 1_000).Children().Select(Told);
        again.ShouldBe(Some.Take(1_000).Select(Told));
        new SyntheticCountry(Seed + 1, 1_000).Children().Select(Told).Intersect(again).Count().ShouldBeLessThan(5);
    }

    [Fact]
    public void AChildAskedForAlone_IsTheChildOfTheStream()
    {
        var country = new SyntheticCountry(Seed, 60_000);
        foreach (var number in new[] { 0L, 59, 60, 1_234, 59_999 }) Told(country.Child(number)).ShouldBe(Told(Some[number]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(61)]
    [InlineData(1_007)]
    public void ACountry_HasAsManyChildrenAsWereAskedFor_NumberedInOrder(int children) =>
        new SyntheticCountry(Seed, children).Children().Select(child => child.Number).ShouldBe(Enumerable.Range(0, children).Select(number => (long)number));

    [Fact]
    public void Postcodes_AreOfValidForm_AndOfDistrictsThatAreNotInUse()
    {
        foreach (var outward in Some.Select(child => child.Postcode).Concat(Some.Select(child => child.Household.FormerPostcode).OfType<string>()).Distinct())
        {
            Postcode.TryParse(outward, out var postcode, out _).ShouldBeTrue(outward);
            var district = postcode.Outward.Value;
            var area = string.Concat(district.TakeWhile(char.IsAsciiLetter));
            if (area is "E" or "EC" or "N" or "NW" or "SE" or "SW" or "W" or "WC") int.Parse(district[area.Length..], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(area switch { "EC" => 4, "WC" => 2, _ => 29 });
            else char.IsAsciiLetter(district[^1]).ShouldBeTrue(district);
        }
    }

    [Fact]
    public void EveryChild_IsUnderEighteenOnTheReferenceDay()
    {
        Some.Min(child => child.Age).ShouldBe(0);
        Some.Max(child => child.Age).ShouldBe(17);
        Some.Max(child => child.DateOfBirth).ShouldBeLessThan(SyntheticCountry.Reference);
    }

    [Fact]
    public void TheCountry_HasTheFamiliesThatAreHardToTellApart()
    {
        var homes = Some.Select(child => child.Household).Distinct().ToList();
        homes.Count(home => home.Children.GroupBy(child => child.DateOfBirth).Any(born => born.Count() > 1)).ShouldBeGreaterThan(homes.Count / 200);
        homes.Count(home => home.Children.Select(child => child.Surname).Distinct().Count() > 1).ShouldBeGreaterThan(homes.Count / 50);
        Some.Count(child => child.FormerSurname is not null).ShouldBeInRange(Some.Length / 50, Some.Length / 12);
        Some.Count(child => child.PreferredForename is not null).ShouldBeInRange(Some.Length / 50, Some.Length / 12);
        Some.Count(child => child.Surname.Contains('-')).ShouldBeInRange(Some.Length / 50, Some.Length / 12);
        Some.Count(child => !System.Text.Ascii.IsValid(child.Surname)).ShouldBeGreaterThan(Some.Length / 500);
        homes.Count(home => home.FormerPostcode is not null).ShouldBeInRange(homes.Count / 12, homes.Count / 5);
        Some.GroupBy(child => (child.Postcode, child.Surname)).Count(same => same.Select(child => child.Household).Distinct().Count() > 1).ShouldBeGreaterThan(100);
    }

    // Bounds on both sides: names that are too rare make search easy, and its figures worthless.
    [Fact]
    public void Names_HaveTheHeadAndTheTailOfACountry()
    {
        var surnames = Shares(Some.Select(child => child.Surname));
        surnames[0].ShouldBeInRange(0.008, 0.014);
        surnames.Take(100).Sum().ShouldBeInRange(0.21, 0.28);
        surnames.Take(1_000).Sum().ShouldBeInRange(0.50, 0.64);
        surnames.Count.ShouldBeGreaterThan(8_000);
        foreach (var forenames in new[] { true, false }.Select(isGirl => Shares(Some.Where(child => child.IsGirl == isGirl).Select(child => child.Forename))))
        {
            forenames[0].ShouldBeInRange(0.013, 0.03);
            forenames.Take(100).Sum().ShouldBeInRange(0.44, 0.60);
            forenames.Count.ShouldBeGreaterThan(2_500);
        }
    }

    private static List<double> Shares(IEnumerable<string> names)
    {
        var counts = names.GroupBy(name => name).Select(group => (double)group.Count()).OrderDescending().ToList();
        var total = counts.Sum();
        return [.. counts.Select(count => count / total)];
    }

    private static string Told(SyntheticChild child) =>
        $"{child.Number} {child.Forename}/{child.Middle}/{child.Surname}/{child.FormerSurname}/{child.PreferredForename} {child.IsGirl} {child.DateOfBirth:O} {child.Postcode} {child.Household.Number}";
}
