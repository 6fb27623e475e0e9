using ContactPoint.Synthetic;
using ContactPoint.Tool.Bench.Search.Gate;
using ContactPoint.Tool.Bench.Search.Postgres;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>All figures of a run.</summary>
/// <param name="Children">Children in the index.</param>
/// <param name="Rows">Rows: one a name of each child.</param>
/// <param name="Names">Distinct names.</param>
/// <param name="ReadSeconds">Reading the source and gathering the records.</param>
/// <param name="BuildSeconds">Building the index of what was gathered.</param>
/// <param name="BytesAChild">Managed memory held by the index, dictionary and all, divided by the children.</param>
/// <param name="Index">The index alone.</param>
/// <param name="Losses">Why children of each class were not among the first ten.</param>
/// <param name="Postgres">PostgreSQL on the same queries; null where it is not installed or not wanted.</param>
/// <param name="Gate">The same queries through the gate; null where that was not asked for.</param>
/// <param name="Snapshot">The sealed snapshot.</param>
/// <param name="Writes">Writes over the whole.</param>
/// <param name="Scan">A scan of every child, on a sample.</param>
/// <param name="Agreement">How index and scan compare.</param>
internal sealed record BenchSearchFigures(
    int Children, int Rows, int Names, double ReadSeconds, double BuildSeconds, double BytesAChild, SearchFigures Index, IReadOnlyDictionary<string, SearchLosses> Losses,
    PostgresFigure? Postgres, GateFigure? Gate, SnapshotFigure Snapshot, WriteFigure Writes, SearchFigures Scan, ScanAgreement Agreement)
{
    /// <summary>How many times quicker than PostgreSQL the gate was at 95 in 100 queries.</summary>
    public double? GateTimesQuicker => Postgres is not null && Gate is { Figures.All.P95Ms: > 0 } ? Math.Round(Postgres.Figures.All.P95Ms / Gate.Figures.All.P95Ms, 1) : null;
}

/// <summary>Where children and queries come from; each may be read more than once.</summary>
/// <param name="Children">All of them.</param>
/// <param name="Some">Those with given ids.</param>
/// <param name="Queries">The trials.</param>
internal sealed record BenchSource(Func<IEnumerable<BenchChild>> Children, Func<IReadOnlySet<string>, IEnumerable<BenchChild>> Some, Func<IEnumerable<SearchTrial>> Queries)
{
    /// <summary>The synthetic country that they are of; null for files.</summary>
    public SyntheticCountry? Country { get; init; }
}
