using ContactPoint.Directory.Children;
using ContactPoint.Directory.Load;
using ContactPoint.Sdk.Access;
using ContactPoint.Synthetic;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Generate;

/// <summary>The search index of a synthetic country, made of the country once more: that is quicker than opening what was sealed, and needs nothing of a run before.</summary>
internal sealed class CountryIndex(SyntheticCountry country, CountryWrites writes, IBulkLoad load)
{
    private const int ReportEvery = 40;

    public LoadedIndex Build(JobPass pass, IToolProgress progress, CancellationToken cancellation) => load.Index(pass, Sought(progress, cancellation));

    private IEnumerable<ChildWrite> Sought(IToolProgress progress, CancellationToken cancellation)
    {
        for (var number = 0L; number < country.NeighbourhoodCount; number++)
        {
            foreach (var write in writes.Sought(number)) yield return write;
            if (number % ReportEvery > 0) continue;
            cancellation.ThrowIfCancellationRequested();
            progress.Report(Math.Min((number + 1) * SyntheticCountry.ChildrenOfNeighbourhood, country.ChildCount), country.ChildCount);
        }
    }
}
