using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>One query on one segment: expansion of its names, then candidates, then scores.</summary>
internal sealed class SegmentSearch
{
    private readonly QueryPlan _plan;
    private readonly ResidentIndex _segment;
    private readonly Removals? _removed;
    private readonly NameExpansion? _family;
    private readonly NameExpansion? _given;
    private readonly NameExpansion? _middle;
    private readonly NameLevel[] _familyLevels;
    private readonly NameLevel[] _givenLevels;
    private readonly NameLevel[] _middleLevels;
    private readonly PostcodeLevel[] _districts;
    private readonly bool[] _neighbours;
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
        _familyLevels = _family?.Levels ?? segment.NoLevels;
        _givenLevels = _given?.Levels ?? segment.NoLevels;
        _middleLevels = _middle?.Levels ?? segment.NoLevels;
        var districts = segment.Postcodes.Districts;
        _districts = new PostcodeLevel[districts.Length + 1];
        _neighbours = new bool[districts.Length + 1];
        if (plan.Outward is not { } asked)
            return;
        for (var i = 0; i < districts.Length; i++)
        {
            _districts[i + 1] = PostcodeComparison.District(asked, districts[i]);
            _neighbours[i + 1] = PostcodeComparison.IsNeighbour(asked, districts[i]);
            if (districts[i] == asked)
                _district = i + 1;
        }

        _inwards = plan.Inward is null ? null : Inwards(plan.Inward);
    }

    public void AddMasses(QueryMasses masses)
    {
        masses.FamilyRows += Known(_segment.FamilyCounts[0], _removed?.Family(0));
        masses.GivenRows += Known(_segment.GivenCounts[0], _removed?.Given(0));
        masses.MiddleRows += Known(_segment.MiddleCounts[0], _removed?.Middle(0));
        masses.PlacedRows += Known(_segment.Postcodes.Counts[0], _removed?.Outward(0));
        Add(_family, _segment.FamilyCounts, id => _removed?.Family(id) ?? 0, ref masses.Family);
        Add(_family, _segment.GivenCounts, id => _removed?.Given(id) ?? 0, ref masses.FamilyAsGiven);
        Add(_given, _segment.GivenCounts, id => _removed?.Given(id) ?? 0, ref masses.Given);
        Add(_given, _segment.FamilyCounts, id => _removed?.Family(id) ?? 0, ref masses.GivenAsFamily);
        Add(_given, _segment.MiddleCounts, id => _removed?.Middle(id) ?? 0, ref masses.GivenAsMiddle);
        Add(_middle, _segment.MiddleCounts, id => _removed?.Middle(id) ?? 0, ref masses.Middle);
        if (_plan.Outward is null)
            return;
        for (var id = 1; id < _districts.Length; id++)
            masses.AddDistrict(_districts[id], _segment.Postcodes.Counts[id] - (_removed?.Outward(id) ?? 0));
    }

    public void Collect(ScoreSheet sheet, TopHits top)
    {
        foreach (var day in _plan.Days)
        {
            var (start, end) = _segment.Born(day);
            for (var row = start; row < end; row++)
                Offer(row, sheet, top);
        }

        if (_plan.SeeksNames)
        {
            var names = new NameSink(this, sheet, top);
            _segment.ByFamilyAndGiven.Collect(_family!, _given!, ref names);
            _segment.ByFamilyAndGiven.Collect(_given!, _family!, ref names);
            _segment.ByFamilyAndMiddle.Collect(_family!, _given!, ref names);
        }

        if (_district == 0)
            return;
        var places = new PlaceSink(this, sheet, top);
        _segment.Postcodes.Collect(_district, _plan.BandFirst, _plan.BandLast, ref places);
    }

    /// <summary>Every row, one after the other.</summary>
    public void CollectAll(ScoreSheet sheet, TopHits top, bool candidatesOnly)
    {
        for (var row = 0; row < _segment.RowCount; row++)
        {
            var levels = Levels(row);
            var day = _segment.Rows.Day[row];
            if (!candidatesOnly || _plan.IsDateCandidate(day) || _plan.IsNameCandidate(levels) || _plan.IsPostcodeCandidate(day, levels))
                Offer(row, levels, sheet, top);
        }
    }

    public IndexHit Hit(in Candidate candidate, ScoreSheet sheet)
    {
        var child = _segment.Rows.Child[candidate.Row];
        return new IndexHit(candidate.Key, sheet.Explain(Levels(candidate.Row)), candidate.Kind, _segment.Area(child));
    }

    private long Known(int unknown, int? unknownRemoved) => _segment.RowCount - unknown - ((_removed?.Rows ?? 0) - (unknownRemoved ?? 0));

    private static void Add(NameExpansion? expansion, int[] counts, Func<int, int> removed, ref NameMasses masses)
    {
        if (expansion is null)
            return;
        foreach (var id in expansion.Agreeing)
            masses.Add(expansion.Levels[id], counts[id] - removed(id));
    }

    private void Offer(int row, ScoreSheet sheet, TopHits top) => Offer(row, Levels(row), sheet, top);

    private void Offer(int row, in RowLevels levels, ScoreSheet sheet, TopHits top)
    {
        var score = sheet.Score(levels);
        if (score < top.Threshold)
            return;
        var child = _segment.Rows.Child[row];
        if (_removed?.Contains(child) != true)
            top.Offer(new Candidate(score, _segment.Tiebreak(child), _segment.Key(child), _number, row, _segment.Rows.Kind(row)));
    }

    private RowLevels Levels(int row)
    {
        var rows = _segment.Rows;
        int family = rows.Family[row], given = rows.Given[row], middle = rows.Middle[row];
        var levels = new RowLevels
        {
            Family = _familyLevels[family],
            Given = _givenLevels[given],
            Middle = _middleLevels[middle],
            GivenAsMiddle = _givenLevels[middle],
            Date = _plan.DateLevels[rows.Day[row]],
            Age = (AgeLevel)_plan.AgeLevels[rows.Day[row]],
            Gender = PairScorer.Gender(_plan.Gender, rows.Gender(row)),
            Postcode = Place(rows.Outward[row], rows.Inward[row]),
        };
        if (_plan.SeeksNames)
        {
            levels.FamilyAsGiven = _familyLevels[given];
            levels.GivenAsFamily = _givenLevels[family];
        }

        return levels;
    }

    private PostcodeLevel Place(ushort outward, ushort inward)
    {
        var district = _districts[outward];
        if (_inwards is null || outward == 0 || (district != PostcodeLevel.District && !_neighbours[outward]))
            return district;
        return district == PostcodeLevel.District ? (PostcodeLevel)_inwards[inward]
            : (PostcodeLevel)_inwards[inward] == PostcodeLevel.Full ? PostcodeLevel.OneCharacter : district;
    }

    // All 4,000 inward parts against the one asked for, once a query.
    private static byte[] Inwards(string asked)
    {
        var levels = new byte[4001];
        for (ushort packed = 1; packed <= 4000; packed++)
            levels[packed] = (byte)PostcodeLevel.District;
        foreach (var near in NearInwards.Of(asked))
            levels[near] = (byte)PostcodeLevel.OneCharacter;
        levels[Postcode.PackInward(asked)] = (byte)PostcodeLevel.Full;
        return levels;
    }

    // Rows that the date brought already are not scored again.
    private readonly struct NameSink(SegmentSearch search, ScoreSheet sheet, TopHits top) : IRowSink
    {
        public void Take(int row)
        {
            if (!search._plan.IsDateCandidate(search._segment.Rows.Day[row]))
                search.Offer(row, sheet, top);
        }
    }

    private readonly struct PlaceSink(SegmentSearch search, ScoreSheet sheet, TopHits top) : IRowSink
    {
        public void Take(int row)
        {
            var rows = search._segment.Rows;
            if (!search._plan.IsDateCandidate(rows.Day[row])
                && (RowLevels.Agrees(search._familyLevels[rows.Family[row]]) || RowLevels.Agrees(search._givenLevels[rows.Given[row]])))
                search.Offer(row, sheet, top);
        }
    }
}
