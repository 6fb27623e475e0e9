using ContactPoint.Directory.Organisations;

namespace ContactPoint.Demo.Country;

/// <summary>A school and the ages it takes.</summary>
/// <param name="Organisation">The school.</param>
/// <param name="FromAge">Youngest, at 31 August before the school year.</param>
/// <param name="ToAge">Oldest.</param>
internal sealed record DemoSchool(Organisation Organisation, int FromAge, int ToAge)
{
    public bool Takes(int age) => age >= FromAge && age <= ToAge;
}
