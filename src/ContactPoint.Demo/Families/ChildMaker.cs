using System.Globalization;
using ContactPoint.Demo.Names;
using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Families;

/// <summary>Makes the children of a household: births apart as births are, twins, names, numbers.</summary>
internal sealed class ChildMaker(Random random, DateOnly today)
{
    private const int MostAge = 18;
    private const int LeastDaysApart = 320;

    private readonly NameMaker names = new(random);
    private int nhs;

    public IReadOnlyList<ChildPlan> Of(Household household, string key)
    {
        var children = new List<ChildPlan>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var birth = today.AddYears(-MostAge).AddDays(1 + random.Next((MostAge * 365) - 1));
        for (var count = Count(); count > 0 && birth <= today; count--)
        {
            var isTwin = random.Next(33) == 0;
            children.Add(Make(household, $"{key}.{children.Count}", birth, taken));
            if (isTwin) children.Add(Make(household, $"{key}.{children.Count}", birth, taken));
            birth = birth.AddDays(LeastDaysApart + random.Next(1_500));
        }

        return children;
    }

    public string NhsNumber()
    {
        while (true)
        {
            // The range 999 is kept for tests: it is never given to anybody.
            var body = "999" + (nhs++).ToString("D6", CultureInfo.InvariantCulture);
            if (ContactPoint.Matching.Identifiers.NhsNumber.CheckDigit(body) is { } check) return body + check;
        }
    }

    private int Count() => random.Next(100) switch { < 38 => 1, < 76 => 2, < 92 => 3, < 98 => 4, _ => 5 };

    private ChildPlan Make(Household household, string key, DateOnly birth, HashSet<string> taken)
    {
        var gender = random.Next(400) switch { 0 => Gender.NotSpecified, < 205 => Gender.Male, _ => Gender.Female };
        var given = names.Given(household.Community, gender, taken);
        taken.Add(given);
        var middle = random.Next(10) < 6 ? names.Given(household.Community, gender, taken) : null;
        var hasStepName = household.StepFamilyName is not null && random.Next(2) == 0;
        var name = new PersonName(hasStepName ? household.StepFamilyName! : household.FamilyName, given, middle);
        return new ChildPlan
        {
            Key = key,
            Household = household,
            Name = name,
            OtherNames = OtherNames(household, name),
            Gender = gender,
            DateOfBirth = birth,
            Practice = random.Next(40) == 0 ? null : household.Locality.Practices[household.Preference % household.Locality.Practices.Count],
            Nhs = random.Next(40) == 0 ? null : NhsNumber(),
        };
    }

    private List<OtherName> OtherNames(Household household, PersonName name)
    {
        var others = new List<OtherName>();
        if (random.Next(3) == 0 && ShortForms.Of(name.Given) is { } called) others.Add(new OtherName(OtherNameKind.Preferred, name with { Given = called, Middle = null }));
        if (household.StepFamilyName is { } before && name.Family != before && random.Next(2) == 0)
            others.Add(new OtherName(OtherNameKind.Former, name with { Family = before }));
        else if (random.Next(60) == 0)
            others.Add(new OtherName(OtherNameKind.Former, name with { Family = names.Family(household.Community) }));
        return others;
    }
}
