using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>What a query needs to know of the frequencies of the whole directory, all segments together.</summary>
internal sealed class QueryMasses(QueryPlan plan)
{
    public NameMasses Family;
    public NameMasses FamilyAsGiven;
    public NameMasses Given;
    public NameMasses GivenAsFamily;
    public NameMasses GivenAsMiddle;
    public NameMasses Middle;
    private long _district;
    private long _area;

    /// <summary>Rows that hold a family, given or middle name, and rows that hold a postcode.</summary>
    public long FamilyRows { get; set; }

    public long GivenRows { get; set; }

    public long MiddleRows { get; set; }

    public long PlacedRows { get; set; }

    public void AddDistrict(PostcodeLevel level, int rows)
    {
        _district += level == PostcodeLevel.District ? rows : 0;
        _area += level == PostcodeLevel.Area ? rows : 0;
    }

    public ScoreSheet Sheet(MatchModel model)
    {
        var exact = Given[NameLevel.Exact];
        return new ScoreSheet
        {
            Model = model,
            Family = Names(plan.Family, Family, FamilyRows, model.Family, model),
            FamilyAsGiven = Names(plan.Family, FamilyAsGiven, GivenRows, model.Given, model),
            Given = Names(plan.Given, Given, GivenRows, model.Given, model),
            GivenAsFamily = Names(plan.Given, GivenAsFamily, FamilyRows, model.Family, model),
            GivenAsMiddle = Names(plan.Given, GivenAsMiddle, MiddleRows, model.Middle, model),
            Middle = Names(plan.Middle, Middle, MiddleRows, model.Middle, model),
            Postcode = Places(model),
            GivenInUse = exact >= Math.Max(2, PairScorer.InUseShare * GivenRows),
        };
    }

    private static int[] Names(NameQuery? query, NameMasses masses, long rows, LevelTable table, MatchModel model)
    {
        if (query is null)
            return new int[table.M.Length];
        long agreeing = 0;
        for (var level = NameLevel.Exact; level < NameLevel.Different; level++)
            agreeing += masses[level];
        masses.Add(NameLevel.Different, rows - agreeing);
        return masses.Weights(table, model.NameWays);
    }

    // The whole postcode keeps the model's u: a count of the children of one street would say little and cost a look-up.
    private int[] Places(MatchModel model)
    {
        var weights = ScoreSheet.Defaults(model.Postcode);
        if (plan.Outward is null)
            return weights;
        var all = PlacedRows + 1.0;
        weights[(int)PostcodeLevel.District] = model.Postcode.Weight((int)PostcodeLevel.District, (_district + 1) / all);
        weights[(int)PostcodeLevel.Area] = model.Postcode.Weight((int)PostcodeLevel.Area, (_district + _area + 1) / all);
        weights[(int)PostcodeLevel.Different] = model.Postcode.Weight((int)PostcodeLevel.Different, (PlacedRows - _district - _area + 1) / all);
        if (plan.Inward is null)
        {
            // A district alone was asked for: whoever has the right postcode has the right district.
            var m = model.Postcode.M;
            var whole = m[(int)PostcodeLevel.Full] + m[(int)PostcodeLevel.OneCharacter] + m[(int)PostcodeLevel.District];
            weights[(int)PostcodeLevel.District] =
                model.Postcode.Weight((int)PostcodeLevel.District, (_district + 1) / all * m[(int)PostcodeLevel.District] / whole);
            return weights;
        }

        // Stronger levels are never worth less than weaker ones, however rare the district.
        weights[(int)PostcodeLevel.OneCharacter] = Math.Max(weights[(int)PostcodeLevel.OneCharacter], weights[(int)PostcodeLevel.District]);
        weights[(int)PostcodeLevel.Full] = Math.Max(weights[(int)PostcodeLevel.Full], weights[(int)PostcodeLevel.OneCharacter]);
        return weights;
    }
}
