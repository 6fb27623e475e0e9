using ContactPoint.Demo.Country;

namespace ContactPoint.Demo.Families;

/// <summary>The whole demo from one seed: the country, and its children family by family. The same seed and day give the same.</summary>
internal sealed record Population(DemoCountry Country, IReadOnlyList<ChildPlan> Children)
{
    public static Population Make(int seed, int count, DateOnly today)
    {
        var random = new Random(seed);
        var country = new CountryBuilder(random).Build();
        var households = new HouseholdMaker(random, country);
        var births = new ChildMaker(random, today);
        var education = new EducationMaker(random, today);
        var services = new ServiceMaker(random, today);
        var children = new List<ChildPlan>(count);
        children.AddRange(StoryFamily.Make(country, today, births.NhsNumber, education));
        children.Add(StoryNewcomer.Make(country, today));
        for (var family = 0; children.Count < count; family++)
        {
            var born = births.Of(households.Next(), $"{seed}.{family}");
            children.AddRange(services.For([.. born.Select(education.Place)]).Take(count - children.Count));
        }

        return new Population(country, children);
    }
}
