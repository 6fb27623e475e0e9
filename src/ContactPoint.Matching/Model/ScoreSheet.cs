using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Model;

/// <summary>All weights that one query needs, as tables: scoring a row is look-ups and additions of whole numbers.</summary>
internal sealed class ScoreSheet
{
    public required MatchModel Model { get; init; }

    public required int[] Family { get; init; }

    public required int[] Given { get; init; }

    public required int[] Middle { get; init; }

    public required int[] FamilyAsGiven { get; init; }

    public required int[] GivenAsFamily { get; init; }

    public required int[] GivenAsMiddle { get; init; }

    public required int[] Postcode { get; init; }

    public int[] Date => field ??= Defaults(Model.DateOfBirth);

    public int[] Age => field ??= Defaults(Model.Age);

    public int[] Gender => field ??= Defaults(Model.Gender);

    /// <summary>Whether the given name asked for is itself in use here, so that "one letter off" may well be another child.</summary>
    public required bool GivenInUse { get; init; }

    public static int[] Defaults(LevelTable table) => [.. Enumerable.Range(0, table.M.Length).Select(level => table.Weight(level))];

    public int Score(in RowLevels row) => Best(row, out _, out _) + Date[row.Date] + Age[(int)row.Age] + Gender[(int)row.Gender] + Postcode[(int)row.Postcode];

    public MatchScore Explain(in RowLevels row)
    {
        Best(row, out var order, out var household);
        var steps = new List<WaterfallStep>(9);
        if (order == NameOrder.Swapped)
        {
            Add(steps, MatchField.Family, (byte)row.FamilyAsGiven, FamilyAsGiven);
            Add(steps, MatchField.Given, (byte)row.GivenAsFamily, GivenAsFamily);
        }
        else
        {
            Add(steps, MatchField.Family, (byte)row.Family, Family);
            if (order == NameOrder.MiddleUsed)
                Add(steps, MatchField.Given, (byte)row.GivenAsMiddle, GivenAsMiddle);
            else
                Add(steps, MatchField.Given, (byte)row.Given, Given);
        }

        if (order != NameOrder.MiddleUsed)
            Add(steps, MatchField.Middle, (byte)row.Middle, Middle);
        if (order != NameOrder.Direct)
            steps.Add(new(MatchField.NameOrder, (byte)order, Model.OrderWeight(order)));
        Add(steps, MatchField.DateOfBirth, row.Date, Date);
        Add(steps, MatchField.Age, (byte)row.Age, Age);
        Add(steps, MatchField.Gender, (byte)row.Gender, Gender);
        Add(steps, MatchField.Postcode, (byte)row.Postcode, Postcode);
        if (household != 0)
            steps.Add(new(MatchField.Household, 1, household));
        return new MatchScore(Model.Version, steps) { GivenNameInUse = GivenInUse };
    }

    // The best of the three readings of the names; ties go to the plainer reading.
    private int Best(in RowLevels row, out NameOrder order, out int household)
    {
        order = NameOrder.Direct;
        household = Household(row.Family, Family, row.Postcode);
        var middle = Middle[(int)row.Middle];
        var best = Family[(int)row.Family] + Given[(int)row.Given] + middle + household;
        if (RowLevels.Agrees(row.FamilyAsGiven) && RowLevels.Agrees(row.GivenAsFamily))
        {
            var overlap = Household(row.FamilyAsGiven, FamilyAsGiven, row.Postcode);
            var swapped = FamilyAsGiven[(int)row.FamilyAsGiven] + GivenAsFamily[(int)row.GivenAsFamily] + middle + overlap
                + Model.OrderWeight(NameOrder.Swapped);
            if (swapped > best)
            {
                best = swapped;
                order = NameOrder.Swapped;
                household = overlap;
            }
        }

        if (RowLevels.Agrees(row.GivenAsMiddle))
        {
            var overlap = Household(row.Family, Family, row.Postcode);
            var used = Family[(int)row.Family] + GivenAsMiddle[(int)row.GivenAsMiddle] + overlap + Model.OrderWeight(NameOrder.MiddleUsed);
            if (used > best)
            {
                best = used;
                order = NameOrder.MiddleUsed;
                household = overlap;
            }
        }

        return best;
    }

    private int Household(NameLevel level, int[] weights, PostcodeLevel postcode) =>
        postcode == PostcodeLevel.Full && RowLevels.Agrees(level) ? MatchModel.HouseholdOverlap(weights[(int)level], Postcode[(int)postcode]) : 0;

    private static void Add(List<WaterfallStep> steps, MatchField field, byte level, int[] weights)
    {
        if (level != 0)
            steps.Add(new(field, level, weights[level]));
    }
}
