using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>Answers a query by comparing it with every child, pair by pair, without any of the index's structures: the oracle of its tests.</summary>
public sealed class ExhaustiveScan
{
    private readonly List<Row> _rows = [];

    /// <summary>Takes the children.</summary>
    public ExhaustiveScan(IEnumerable<IndexRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        foreach (var record in records)
            _rows.AddRange(RowsOf(record));
    }

    /// <summary>What <see cref="IndexSnapshot"/> must answer.</summary>
    public IReadOnlyList<IndexHit> Search(IndexQuery query, int limit = IndexSnapshot.Candidates, MatchModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var plan = new QueryPlan(query);
        var levels = _rows.ConvertAll(row => Levels(plan, row));
        return Search(plan, levels, Masses(plan, levels).Sheet(model ?? MatchModel.Current), limit);
    }

    /// <summary>The best reading of one record at weights that are known already: those of a whole directory. Null when none is a candidate.</summary>
    internal static IndexHit? Best(QueryPlan plan, ScoreSheet sheet, IndexRecord record)
    {
        (Candidate Candidate, RowLevels Levels)? best = null;
        foreach (var row in RowsOf(record))
        {
            var levels = Levels(plan, row);
            if (!IsCandidate(plan, row, levels))
                continue;
            var candidate = new Candidate(sheet.Score(levels), record.Key, 0, 0, row.Names.Kind);
            if (best is not { } held || candidate.Beats(held.Candidate))
                best = (candidate, levels);
        }

        return best is { } found ? new IndexHit(record.Key, sheet.Explain(found.Levels), found.Candidate.Kind) : null;
    }

    private static IEnumerable<Row> RowsOf(IndexRecord record) =>
        NameRow.Of(record).Select(names => new Row(record, names, NameForm.Of(names.Family), NameForm.Of(names.Given), NameForm.Of(names.Middle)));

    private List<IndexHit> Search(QueryPlan plan, List<RowLevels> levels, ScoreSheet sheet, int limit) =>
        [.. _rows
            .Select((row, i) => new Candidate(sheet.Score(levels[i]), row.Record.Key, 0, i, row.Names.Kind))
            .Where(candidate => IsCandidate(plan, _rows[candidate.Row], levels[candidate.Row]))
            .GroupBy(candidate => candidate.Key)
            .Select(rows => rows.Aggregate((best, other) => other.Beats(best) ? other : best))
            .Order(Comparer<Candidate>.Create((a, b) => a.Equals(b) ? 0 : a.Beats(b) ? -1 : 1))
            .Take(limit)
            .Select(candidate => new IndexHit(candidate.Key, sheet.Explain(levels[candidate.Row]), candidate.Kind))];

    private static bool IsCandidate(QueryPlan plan, Row row, in RowLevels levels)
    {
        var day = DayNumber.Of(row.Record.DateOfBirth);
        return plan.IsDateCandidate(day) || plan.IsNameCandidate(levels) || plan.IsPostcodeCandidate(day, levels);
    }

    private static RowLevels Levels(QueryPlan plan, Row row)
    {
        var born = DayNumber.ToDate(DayNumber.Of(row.Record.DateOfBirth));
        return new RowLevels
        {
            Family = Level(plan.Family, row.Family),
            Given = Level(plan.Given, row.Given),
            Middle = Level(plan.Middle, row.Middle),
            FamilyAsGiven = plan.SeeksNames ? Level(plan.Family, row.Given) : NameLevel.Missing,
            GivenAsFamily = plan.SeeksNames ? Level(plan.Given, row.Family) : NameLevel.Missing,
            GivenAsMiddle = Level(plan.Given, row.Middle),
            Date = (byte)DateComparison.Level(plan.Date, born),
            Age = AgeComparison.Level(plan.Age, plan.Reference, born),
            Gender = PairScorer.Gender(plan.Gender, row.Record.Gender),
            Postcode = PostcodeComparison.Level(plan.Outward, plan.Inward, row.Record.Postcode),
        };
    }

    private static NameLevel Level(NameQuery? query, NameForm? stored) => query?.Level(stored) ?? NameLevel.Missing;

    private QueryMasses Masses(QueryPlan plan, List<RowLevels> levels)
    {
        var masses = new QueryMasses(plan);
        for (var i = 0; i < _rows.Count; i++)
        {
            var row = _rows[i];
            var level = levels[i];
            masses.FamilyRows += row.Family is null ? 0 : 1;
            masses.GivenRows += row.Given is null ? 0 : 1;
            masses.MiddleRows += row.Middle is null ? 0 : 1;
            masses.PlacedRows += row.Record.Postcode is null ? 0 : 1;
            Add(ref masses.Family, level.Family);
            Add(ref masses.Given, level.Given);
            Add(ref masses.Middle, level.Middle);
            Add(ref masses.GivenAsMiddle, level.GivenAsMiddle);
            Add(ref masses.FamilyAsGiven, Level(plan.Family, row.Given));
            Add(ref masses.GivenAsFamily, Level(plan.Given, row.Family));
            if (plan.Outward is { } asked && row.Record.Postcode is { } held)
                masses.AddDistrict(PostcodeComparison.District(asked, held.Outward), 1);
        }

        return masses;
    }

    private static void Add(ref NameMasses masses, NameLevel level)
    {
        if (RowLevels.Agrees(level))
            masses.Add(level, 1);
    }

    private sealed record Row(IndexRecord Record, NameRow Names, NameForm? Family, NameForm? Given, NameForm? Middle);
}
