using System.Globalization;
using ContactPoint.Demo.Country;
using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Families;

/// <summary>Places children in schools by age, with the gaps that there are.</summary>
internal sealed class EducationMaker(Random random, DateOnly today)
{
    private readonly SchoolYear year = SchoolYear.At(today);
    private int serial;

    public ChildPlan Place(ChildPlan child)
    {
        var age = year.AgeOf(child.DateOfBirth);
        if (age < SchoolYear.Reception) return child with { Education = EducationStatus.BelowSchoolAge };
        if (age >= SchoolYear.Sixteen && random.Next(10) < 3) return child with { Education = EducationStatus.Unknown, Upn = Upn(child, age) };
        var status = random.Next(250) switch
        {
            < 3 => EducationStatus.ElectiveHomeEducation,
            3 => EducationStatus.AlternativeProvision,
            < 7 => EducationStatus.MissingEducation,
            _ => EducationStatus.AtSchool,
        };
        if (status != EducationStatus.AtSchool) return child with { Education = status, Upn = random.Next(2) == 0 ? null : Upn(child, age) };
        var schools = child.Household.Locality.Schools.Where(school => school.Takes(age)).ToList();
        if (schools.Count == 0) return child with { Education = EducationStatus.Unknown, Upn = Upn(child, age) };
        return At(child, schools[child.Household.Preference % schools.Count], age);
    }

    public ChildPlan At(ChildPlan child, DemoSchool school, int age)
    {
        var entry = Math.Max(school.FromAge, SchoolYear.Reception);
        var yearsThere = random.Next(7) == 0 ? random.Next(age - entry + 1) : age - entry;
        return child with
        {
            Education = EducationStatus.AtSchool,
            School = school,
            SchoolSince = new SchoolYear(year.Start - yearsThere).FirstDay,
            Upn = Upn(child, age),
        };
    }

    // Establishments from 9000 on in the authority's numbering: the check letter is right, the school is not there.
    private string Upn(ChildPlan child, int age)
    {
        var allocated = (year.Start - (age - SchoolYear.Reception)) % 100;
        var number = serial++ % 1_000;
        var establishment = 9_000 + (serial / 1_000);
        var body = string.Create(CultureInfo.InvariantCulture, $"{child.Household.Locality.Authority.Code}{establishment:D4}{allocated:D2}{number:D3}");
        return ContactPoint.Matching.Identifiers.Upn.CheckLetter(body) + body;
    }
}
