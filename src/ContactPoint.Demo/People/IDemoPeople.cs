using ContactPoint.Sdk.Results;

namespace ContactPoint.Demo.People;

/// <summary>The demo people with what their pretend tokens show. Knows only secrets that it generated itself.</summary>
public interface IDemoPeople
{
    /// <summary>Everybody, with the codes of this moment.</summary>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>The people; a refusal outside Development, on an unmarked database, or before the seeding has ended.</returns>
    Task<Result<IReadOnlyList<DemoPerson>>> ListAsync(CancellationToken cancellation = default);
}
