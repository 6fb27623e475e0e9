using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>A query made ready. Its shape alone, which fields are set, decides how candidates are sought, never what is found.</summary>
/// <remarks>
/// A row is a candidate when (a) a date was asked for and the row's is it or a slip of it; or (b) both names were asked for and both agree, in
/// order, swapped, or the given name with the row's middle name; or (c) a postcode was asked for, the district is the same, the row lies in the age band and a
/// name agrees. The index enumerates these rows, the exhaustive scan tests each row for them: the answers are equal by construction.
/// </remarks>
internal sealed class QueryPlan
{
    private const int BandYearsByDate = 3;
    private const int BandYearsByAge = 2;
    private static readonly byte[] NoLevels = new byte[DayNumber.Count];

    public QueryPlan(IndexQuery query)
    {
        Query = query;
        Family = NameQuery.Family(query.Family);
        Given = NameQuery.Given(query.Given);
        Middle = NameQuery.Given(query.Middle);
        Date = DayNumber.Of(query.DateOfBirth) == 0 ? null : query.DateOfBirth;
        Gender = query.Gender;
        Outward = query.Postcode?.Outward ?? query.District;
        Inward = query.Postcode?.Inward;
        if (Date is null && query.Age is { } age)
        {
            Age = Math.Clamp(age, 0, 150);
            Reference = query.ReferenceDate ?? throw new ArgumentException("An age needs the day on which it holds.", nameof(query));
        }

        Inwards = Inward is null ? null : LevelsOf(Inward);
        FillDates();
        FillAges();
        (BandFirst, BandLast) = Band();
    }

    /// <summary>What it was made of.</summary>
    public IndexQuery Query { get; }

    public NameQuery? Family { get; }

    public NameQuery? Given { get; }

    public NameQuery? Middle { get; }

    public DateOnly? Date { get; }

    public int? Age { get; }

    public DateOnly Reference { get; }

    public RecordedGender Gender { get; }

    public OutwardCode? Outward { get; }

    public string? Inward { get; }

    /// <summary><see cref="PostcodeLevel"/> by packed inward part, within the district asked for; null where none was.</summary>
    public byte[]? Inwards { get; }

    /// <summary>The days that are the date asked for or a slip of it.</summary>
    public ushort[] Days { get; private set; } = [];

    /// <summary><see cref="DateLevel"/> by day number.</summary>
    public byte[] DateLevels { get; private set; } = NoLevels;

    /// <summary><see cref="AgeLevel"/> by day number.</summary>
    public byte[] AgeLevels { get; private set; } = NoLevels;

    public ushort BandFirst { get; }

    public ushort BandLast { get; }

    public bool SeeksNames => Family is not null && Given is not null;

    public bool IsDateCandidate(ushort day) => Date is not null && DateLevels[day] is not ((byte)DateLevel.Missing or (byte)DateLevel.Different);

    public bool IsNameCandidate(in RowLevels row) => SeeksNames
        && ((RowLevels.Agrees(row.Family) && (RowLevels.Agrees(row.Given) || RowLevels.Agrees(row.GivenAsMiddle)))
            || (RowLevels.Agrees(row.FamilyAsGiven) && RowLevels.Agrees(row.GivenAsFamily)));

    public bool IsPostcodeCandidate(ushort day, in RowLevels row) =>
        row.Postcode is PostcodeLevel.Full or PostcodeLevel.OneCharacter or PostcodeLevel.District
        && (day == 0 || (day >= BandFirst && day <= BandLast))
        && (RowLevels.Agrees(row.Family) || RowLevels.Agrees(row.Given));

    private void FillDates()
    {
        if (Date is not { } date)
            return;
        DateLevels = GC.AllocateUninitializedArray<byte>(DayNumber.Count);
        Array.Fill(DateLevels, (byte)DateLevel.Different);
        DateLevels[0] = (byte)DateLevel.Missing;
        var variants = DateVariants.Of(date);
        Days = new ushort[variants.Count];
        for (var i = 0; i < variants.Count; i++)
        {
            Days[i] = DayNumber.Of(variants[i].Date);
            DateLevels[Days[i]] = (byte)variants[i].Level;
        }

        // The strongest level first.
        Array.Sort(Days, (a, b) => DateLevels[a] != DateLevels[b] ? DateLevels[a] - DateLevels[b] : a - b);
    }

    // All 4,000 inward parts against the one asked for, once a query.
    private static byte[] LevelsOf(string asked)
    {
        var levels = new byte[4001];
        levels.AsSpan(1).Fill((byte)PostcodeLevel.District);
        foreach (var near in NearInwards.Of(asked))
            levels[near] = (byte)PostcodeLevel.OneCharacter;
        levels[Postcode.PackInward(asked)] = (byte)PostcodeLevel.Full;
        return levels;
    }

    private void FillAges()
    {
        if (Age is not { } age)
            return;
        AgeLevels = GC.AllocateUninitializedArray<byte>(DayNumber.Count);
        Array.Fill(AgeLevels, (byte)AgeLevel.Different);
        AgeLevels[0] = (byte)AgeLevel.Missing;
        Fill(age - 1, age + 1, AgeLevel.WithinOne);
        Fill(age, age, AgeLevel.Exact);
    }

    private void Fill(int youngest, int oldest, AgeLevel level)
    {
        var (first, last) = BornAt(youngest, oldest);
        AgeLevels.AsSpan(first, last - first + 1).Fill((byte)level);
    }

    private (ushort First, ushort Last) Band()
    {
        if (Date is { } date)
            return (DayNumber.Clamp(date.AddYears(-BandYearsByDate)), DayNumber.Clamp(date.AddYears(BandYearsByDate)));
        return Age is { } age ? BornAt(age - BandYearsByAge, age + BandYearsByAge) : ((ushort)1, ushort.MaxValue);
    }

    // Born after the day that makes one a year too old, up to the day that makes one just old enough.
    private (ushort First, ushort Last) BornAt(int youngest, int oldest) =>
        (DayNumber.Clamp(LatestBirth(oldest + 1).AddDays(1)), DayNumber.Clamp(LatestBirth(youngest)));

    private DateOnly LatestBirth(int age) => Reference.AddYears(-age);
}
