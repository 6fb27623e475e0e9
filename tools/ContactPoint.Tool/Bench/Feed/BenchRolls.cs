using ContactPoint.Synthetic;
using ContactPoint.Synthetic.Feeds;
using ContactPoint.Synthetic.Services;
using ContactPoint.Tool.Generate;

namespace ContactPoint.Tool.Bench.Feed;

/// <summary>A roll that the bench applies.</summary>
/// <param name="School">Whose.</param>
/// <param name="File">Where it lies.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record BenchRoll(Guid School, string File, int Rows);

/// <summary>Writes rolls of schools spread over a country, with the mistakes that offices make, until there are enough rows.</summary>
internal static class BenchRolls
{
    // Of ten children some seven are at school; a few schools more than it takes, since the last row that is wanted ends them all.
    private const double AtSchool = 0.6;

    public static IReadOnlyList<BenchRoll> Write(SyntheticCountry country, string folder, int rows, bool inOne, CancellationToken cancellation)
    {
        System.IO.Directory.CreateDirectory(folder);
        var services = new SyntheticServices(country);
        var maker = new RollMaker(country, services);
        var schools = services.Organisations().Where(one => one.Kind is ServiceKind.Primary or ServiceKind.Secondary).ToList();
        var files = new Dictionary<int, CsvFile>();
        try
        {
            var wanted = (int)Math.Min(schools.Count, Math.Ceiling(rows / (AtSchool * country.ChildCount / schools.Count)) + 1);
            var one = inOne ? new CsvFile(folder, $"roll-{schools[0].RegisterCode}.csv", RollFiles.Header) : null;
            if (one is not null) files.Add(schools[0].Number, one);
            else foreach (var school in schools.Where((_, index) => index % (schools.Count / wanted) == 0)) files.Add(school.Number, new CsvFile(folder, $"roll-{school.RegisterCode}.csv", RollFiles.Header));
            var written = 0;
            foreach (var child in country.Children())
            {
                if (written == rows) break;
                if (child.Number % 10_000 == 0) cancellation.ThrowIfCancellationRequested();
                if (maker.Of(child) is not { } at || (one ?? files.GetValueOrDefault(at.School)) is not { } file) continue;
                RollFiles.Write(file, at.Pupil);
                written++;
            }

            return [.. files.Where(file => file.Value.Rows > 0).Select(file => new BenchRoll(CountryOrganisations.Id(country, file.Key), Path.Combine(folder, file.Value.Name), (int)file.Value.Rows))];
        }
        finally
        {
            foreach (var file in files.Values) file.Dispose();
        }
    }
}
