using ContactPoint.Sdk.Results;

namespace ContactPoint.Demo.Seeding;

/// <summary>Fills an empty database of a development host with an invented country, and opens accounts for the demo people.</summary>
public interface IDemoSeeder
{
    /// <summary>
    /// Seeds once: marker, organisations, practitioners and children commit together; accounts follow. A run that was killed goes on at the next
    /// start, and a start that finds everything there does nothing. Migrate first.
    /// </summary>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    /// <returns>What there is now; <see cref="DemoErrors.NotDevelopment"/> or <see cref="DemoErrors.NotSynthetic"/>.</returns>
    Task<Result<DemoSeeding>> SeedAsync(IProgress<DemoProgress>? progress = null, CancellationToken cancellation = default);
}

/// <summary>How far the seeding is.</summary>
/// <param name="Step">What is being made: children, accounts.</param>
/// <param name="Done">Of these, made.</param>
/// <param name="Total">Of these, in all.</param>
public sealed record DemoProgress(string Step, int Done, int Total);

/// <summary>What a seeding made.</summary>
/// <param name="Children">Children made by this run; 0 when they were there.</param>
/// <param name="Accounts">Accounts or tokens made by this run; 0 when they were there.</param>
public sealed record DemoSeeding(int Children, int Accounts);
