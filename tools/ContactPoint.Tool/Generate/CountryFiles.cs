using ContactPoint.Synthetic;
using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Feeds;
using ContactPoint.Synthetic.Queries;
using ContactPoint.Synthetic.Services;
using ContactPoint.Tool.Cli;
using static ContactPoint.Tool.Generate.CsvFile;

namespace ContactPoint.Tool.Generate;

/// <summary>Writes a synthetic country as files. Children pass through once; only the rolls of the chosen schools are held.</summary>
internal sealed class CountryFiles(SyntheticCountry country, string folder)
{
    private const int ReportEvery = 6_000;
    private readonly SyntheticServices services = new(country);

    public required int QueriesPerClass { get; init; }

    public required int FeedRows { get; init; }

    public required int Rolls { get; init; }

    /// <summary>Writes all files.</summary>
    /// <returns>Names and rows.</returns>
    public IReadOnlyList<FileWritten> Write(IToolProgress progress, CancellationToken cancellation)
    {
        System.IO.Directory.CreateDirectory(folder);
        var files = new List<FileWritten>();
        files.AddRange(Children(progress, cancellation));
        files.Add(One("queries.csv", "qid,cls,forename,surname,dob,age,sex,postcode,true_id", Queries));
        files.Add(One("feed.csv", "rec_id,forename,middle,surname,sex,dob,postcode,true_id", Feed));
        files.Add(One("organisations.csv", "organisation,kind,name,register_code,area", Organisations));
        files.Add(One("practitioners.csv", "practitioner,organisation,role,name", Practitioners));
        return files;
    }

    private List<FileWritten> Children(IToolProgress progress, CancellationToken cancellation)
    {
        using var children = new CsvFile(folder, "children.csv", "id,forename,middle,surname,sex,dob,postcode,area");
        using var names = new CsvFile(folder, "other-names.csv", "id,kind,forename,surname");
        using var involvements = new CsvFile(folder, "involvements.csv", "id,household,service,organisation,practitioner,start,end");
        using var rolls = new RollFiles(country, services, folder, Rolls);
        foreach (var household in country.Households())
        {
            foreach (var child in household.Children)
            {
                var id = Number(child.Number);
                children.Write(id, Lower(child.Forename), Lower(child.Middle), Lower(child.Surname), Sex(child.IsGirl), Day(child.DateOfBirth), child.Postcode, household.Authority.Code);
                if (child.FormerSurname is { } former) names.Write(id, "former", Lower(child.Forename), Lower(former));
                if (child.PreferredForename is { } called) names.Write(id, "preferred", Lower(called), Lower(child.Surname));
                foreach (var one in services.CareOf(child).Involvements)
                {
                    involvements.Write(
                        id, Number(household.Number), CountryOrganisations.Of(one.Role).Service.Code, Number(one.Organisation),
                        one.Practitioner is { } practitioner ? Number(practitioner) : null, Day(one.Start), Day(one.End));
                }

                rolls.Add(child);
                if (child.Number % ReportEvery != 0) continue;
                cancellation.ThrowIfCancellationRequested();
                progress.Report(child.Number, country.ChildCount);
            }
        }

        return [Told(children), Told(names), Told(involvements), .. rolls.Write()];
    }

    private void Queries(CsvFile file)
    {
        foreach (var query in new QueryMaker(country).Make(QueriesPerClass))
        {
            file.Write(
                Number(query.Number), query.ClassName, Lower(query.Forename), Lower(query.Surname), Day(query.DateOfBirth), query.Age is { } age ? Number(age) : null, Sex(query.IsGirl),
                query.Postcode, Number(query.Truth.Number));
        }
    }

    private void Feed(CsvFile file)
    {
        foreach (var row in new FeedMaker(country).Make(FeedRows))
        {
            file.Write(
                Number(row.Number), Lower(row.Forename), Lower(row.Middle), Lower(row.Surname), Sex(row.IsGirl), Day(row.DateOfBirth), row.Postcode,
                row.Truth is { } child ? Number(child.Number) : null);
        }
    }

    private void Organisations(CsvFile file)
    {
        foreach (var one in services.Organisations())
            file.Write(Number(one.Number), Lower(one.Kind.ToString()), one.Name, one.RegisterCode, one.Authority.Code);
    }

    private void Practitioners(CsvFile file)
    {
        foreach (var one in services.Practitioners()) file.Write(Number(one.Number), Number(one.Organisation), CountryOrganisations.Of(one.Role).Service.Code, one.Name);
    }

    private FileWritten One(string name, string header, Action<CsvFile> write)
    {
        using var file = new CsvFile(folder, name, header);
        write(file);
        return Told(file);
    }

    private static FileWritten Told(CsvFile file) => new(file.Name, file.Rows);
}

/// <summary>A file that was written.</summary>
internal sealed record FileWritten(string Name, long Rows);
