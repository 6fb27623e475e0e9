using ContactPoint.Matching.Model;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Tool.Bench.Search.Gate;

/// <summary>A trial as the form would send it.</summary>
internal static class GateCriteria
{
    /// <summary>The sector of the bench's caller. The trials carry no sector's numbers, so any would do.</summary>
    public const Agency Asking = Agency.Health;

    public static bool Accepts(SearchTrial trial) => SearchKeySets.Check(Of(trial), Asking).IsEnough;

    public static SearchCriteria Of(SearchTrial trial) => new()
    {
        FamilyName = trial.Query.Family,
        GivenName = trial.Query.Given,
        DateOfBirth = trial.Query.DateOfBirth,
        Age = trial.Query.DateOfBirth is null ? trial.Query.Age : null,
        Gender = trial.Query.Gender switch { RecordedGender.Female => Gender.Female, RecordedGender.Male => Gender.Male, _ => null },
        Postcode = trial.Query.Postcode?.Value ?? trial.Query.District?.Value,
    };
}
