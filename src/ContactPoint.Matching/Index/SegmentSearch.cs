using System.Runtime.CompilerServices;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>One query on one segment: expansion of its names, then candidates, then scores.</summary>
internal sealed class SegmentSearch : IDisposable
{
    // Few enough to be looked at one by one; where more have no date, the bounds allow for it instead.
    private const int MostUndated = 50_000;

    private static readonly PostcodeLevel[] NoPlaces = new PostcodeLevel[RowTable.MostDistricts + 1];

    private readonly QueryPlan _plan;
    private readonly ResidentIndex _segment;
    private readonly Removals? _removed;
    private readonly NameExpansion? _family;
    private readonly NameExpansion? _given;
    private readonly NameExpansion? _middle;
    private readonly PostcodeLevel[] _districts = NoPlaces;
    private readonly bool[]? _neighbours;
    private readonly byte[]? _inwards;
    private readonly int _district;
    private readonly int _number;

    public SegmentSearch(QueryPlan plan, ResidentIndex segment, Removals? removed, int number)
        : this(plan, segment, removed, number, segment.Names.Expand)
    {
    }

    public SegmentSearch(QueryPlan plan, ResidentIndex segment, Removals? removed, int number, Func<NameQuery, NameExpansion> expand)
    {
        (_plan, _segment, _removed, _number) = (plan, segment, removed, number);
        _family = plan.Family is null ? null : expand(plan.Family);
        _given = plan.Given is null ? null : expand(plan.Given);
        _middle = plan.Middle is null ? null : expand(plan.Middle);
        if (plan.Outward is not { } asked)
            return;
        _district = segment.Postcodes.Find(asked);
        _districts = segment.Postcodes.LevelsOf(asked);
        if (plan.Inward is null)
            return;
        _neighbours = segment.Postcodes.NeighboursOf(asked);
        _inwards = plan.Inwards;
    }

    public void AddMasses(QueryMasses masses)
    {
        var counts = new SegmentMasses(_segment, _removed);
        counts.AddNames(masses, _family, _given, _middle);
        if (_plan.Outward is not null)
            counts.AddPlaces(masses, _districts);
    }

    /// <summary>Place and date first: they bring few rows, and the likeliest. Pairs of names follow, as far as a bound of their score lets them in.</summary>
    /// <remarks>The order and the bounds change the time, never the answer.</remarks>
    public void Collect(ScoreSheet sheet, TopHits top)
    {
        if (_district != 0)
        {
            var places = new PlaceSink(this, sheet, top);
            _segment.Postcodes.Collect(_district, ref places);
        }

        foreach (var day in _plan.Days)
            CollectBorn(day, sheet, top);
        if (_plan.SeeksNames)
            CollectPairs(sheet, top);
    }

    /// <summary>Every row, one after the other.</summary>
    public void CollectAll(ScoreSheet sheet, TopHits top, bool candidatesOnly)
    {
        for (var row = 0; row < _segment.RowCount; row++)
        {
            if (Score(row, sheet, candidatesOnly) is { } score)
                Offer(row, score, top);
        }
    }

    /// <summary>The score of a row; null when it is no candidate and candidates alone count.</summary>
    public int? Score(int row, ScoreSheet sheet, bool candidatesOnly)
    {
        var day = _segment.Rows.Day(row);
        var levels = Levels(_segment.Rows[row], day);
        return !candidatesOnly || _plan.IsDateCandidate(day) || _plan.IsNameCandidate(levels) || _plan.IsPostcodeCandidate(day, levels) ? sheet.Score(levels) : null;
    }

    public IndexHit Hit(in Candidate candidate, ScoreSheet sheet) =>
        new(candidate.Key, sheet.Explain(Levels(_segment.Rows[candidate.Row], _segment.Rows.Day(candidate.Row))), candidate.Kind);

    public void Dispose()
    {
        _segment.Names.Return(_family);
        _segment.Names.Return(_given);
        _segment.Names.Return(_middle);
    }

    private void CollectPairs(ScoreSheet sheet, TopHits top)
    {
        var (_, undated) = _segment.Rows.Days.Born(0);
        var alone = undated <= MostUndated;
        for (var i = 0; alone && _plan.Date is not null && i < undated; i++)
        {
            if (!IsStranger(_segment.Rows, i) && _plan.IsNameCandidate(Levels(_segment.Rows[i], 0)))
                Offer(i, sheet, top);
        }

        var names = new NameSink(this, sheet, top);
        var bounds = new PairBounds(sheet, _plan, top, datesSeen: alone, hasMiddle: _middle is not null);
        if (_neighbours is not null && bounds.Neighbour())
            CollectNeighbours(sheet, top);
        _segment.ByFamilyAndGiven.Collect(_family!, _given!, bounds.Direct, ref names);
        _segment.ByFamilyAndGiven.Collect(_given!, _family!, bounds.Swapped, ref names);
        _segment.ByFamilyAndMiddle.Collect(_family!, _given!, bounds.MiddleUsed, ref names);
    }

    // Of those born on a day hardly one has a name that agrees: all others score alike but for gender and place.
    private void CollectBorn(ushort day, ScoreSheet sheet, TopHits top)
    {
        var rows = _segment.Rows;
        var strangers = sheet.Date[_plan.DateLevels[day]]
            + (_family is null ? 0 : sheet.Family[(int)NameLevel.Different]) + (_given is null ? 0 : sheet.Given[(int)NameLevel.Different]);
        var best = strangers + sheet.Gender.Max() + (_plan.Outward is null ? 0 : sheet.Postcode.Max());
        var (start, end) = rows.Days.Born(day);
        for (var i = start; i < end; i++)
        {
            if (IsStranger(rows, i))
            {
                if (best < top.Threshold)
                    continue;
                var row = rows[i];
                var score = strangers + sheet.Gender[(int)PairScorer.Gender(_plan.Gender, row.Gender)] + sheet.Postcode[(int)Place(row.Outward, row.Inward)];
                if (score < top.Threshold)
                    continue;
            }

            Offer(i, sheet.Score(Levels(rows[i], day)), top);
        }
    }

    // The same inward part in a district one slip away: few rows, and kept out of the bounds of all the others.
    private void CollectNeighbours(ScoreSheet sheet, TopHits top)
    {
        var places = new PlaceSink(this, sheet, top);
        for (var district = 1; district < _neighbours!.Length; district++)
        {
            if (_neighbours[district])
                _segment.Postcodes.Collect(district, Postcode.PackInward(_plan.Inward!), ref places);
        }
    }

    // No name agrees in any reading; names that are not known, and middle names that were asked for, are left to the full comparison.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsStranger(RowTable rows, int i)
    {
        rows.Names(i, out var family, out var given, out var middle);
        if (_middle is not null || family == 0 || given == 0)
            return false;
        if (_family is not null && (_family.Agrees(family) || _family.Agrees(given)))
            return false;
        return _given is null || !(_given.Agrees(given) || _given.Agrees(middle));
    }

    private void Offer(int row, ScoreSheet sheet, TopHits top) => Offer(row, sheet.Score(Levels(_segment.Rows[row], _segment.Rows.Day(row))), top);

    private void Offer(int row, int score, TopHits top)
    {
        if (score < top.Threshold)
            return;
        var child = _segment.Rows.Child(row);
        if (_removed?.Contains(child) != true)
            top.Offer(new Candidate(score, _segment.Key(child), _number, row, _segment.Rows[row].Kind));
    }

    private RowLevels Levels(in Row row, ushort day)
    {
        var levels = new RowLevels
        {
            Family = Level(_family, row.Family),
            Given = Level(_given, row.Given),
            Middle = Level(_middle, row.Middle),
            GivenAsMiddle = Level(_given, row.Middle),
            Date = _plan.DateLevels[day],
            Age = (AgeLevel)_plan.AgeLevels[day],
            Gender = PairScorer.Gender(_plan.Gender, row.Gender),
            Postcode = Place(row.Outward, row.Inward),
        };
        if (_plan.SeeksNames)
        {
            levels.FamilyAsGiven = Level(_family, row.Given);
            levels.GivenAsFamily = Level(_given, row.Family);
        }

        return levels;
    }

    private static NameLevel Level(NameExpansion? expansion, int id) => expansion is null ? NameLevel.Missing : expansion[id];

    private PostcodeLevel Place(int outward, int inward)
    {
        var district = _districts[outward];
        if (_inwards is null || outward == 0 || (district != PostcodeLevel.District && !_neighbours![outward]))
            return district;
        return district == PostcodeLevel.District ? (PostcodeLevel)_inwards[inward]
            : (PostcodeLevel)_inwards[inward] == PostcodeLevel.Full ? PostcodeLevel.OneCharacter : district;
    }

    private readonly struct NameSink(SegmentSearch search, ScoreSheet sheet, TopHits top) : IRowSink
    {
        public void Take(int row) => search.Offer(row, sheet, top);
    }

    // The whole district, so that pairs of names need not think of it: within the band of years one name is enough, outside both must agree.
    private readonly struct PlaceSink(SegmentSearch search, ScoreSheet sheet, TopHits top) : IRowSink
    {
        public void Take(int row)
        {
            var rows = search._segment.Rows;
            rows.Names(row, out var family, out var given, out var middle);
            if (search._family?.Agrees(family) != true && search._given?.Agrees(given) != true && search._given?.Agrees(family) != true)
                return;
            var day = rows.Day(row);
            var levels = search.Levels(rows[row], day);
            if (search._plan.IsPostcodeCandidate(day, levels) || search._plan.IsNameCandidate(levels))
                search.Offer(row, sheet.Score(levels), top);
        }
    }
}
