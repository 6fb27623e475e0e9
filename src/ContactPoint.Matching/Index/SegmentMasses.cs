using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Index;

/// <summary>How many rows of a segment agree with a query, level by level: what an agreement by chance is worth. Rows that were removed since do not count.</summary>
/// <param name="segment">The segment.</param>
/// <param name="removed">What was removed from it; null when nothing was.</param>
internal readonly struct SegmentMasses(ResidentIndex segment, Removals? removed)
{
    public void AddNames(QueryMasses masses, NameExpansion? family, NameExpansion? given, NameExpansion? middle)
    {
        masses.FamilyRows += Known(segment.FamilyCounts[0], removed?.Family(0));
        masses.GivenRows += Known(segment.GivenCounts[0], removed?.Given(0));
        masses.MiddleRows += Known(segment.MiddleCounts[0], removed?.Middle(0));
        Add(family, segment.FamilyCounts, removed is null ? null : removed.Family, ref masses.Family);
        Add(family, segment.GivenCounts, removed is null ? null : removed.Given, ref masses.FamilyAsGiven);
        Add(given, segment.GivenCounts, removed is null ? null : removed.Given, ref masses.Given);
        Add(given, segment.FamilyCounts, removed is null ? null : removed.Family, ref masses.GivenAsFamily);
        Add(given, segment.MiddleCounts, removed is null ? null : removed.Middle, ref masses.GivenAsMiddle);
        Add(middle, segment.MiddleCounts, removed is null ? null : removed.Middle, ref masses.Middle);
        masses.PlacedRows += Known(segment.Postcodes.Counts[0], removed?.Outward(0));
    }

    /// <param name="masses">Takes the counts.</param>
    /// <param name="districts">How each district agrees with the one that was asked for.</param>
    public void AddPlaces(QueryMasses masses, PostcodeLevel[] districts)
    {
        for (var id = 1; id < segment.Postcodes.Counts.Length; id++)
            masses.AddDistrict(districts[id], segment.Postcodes.Counts[id] - (removed?.Outward(id) ?? 0));
    }

    private long Known(int unknown, int? unknownRemoved) => segment.RowCount - unknown - ((removed?.Rows ?? 0) - (unknownRemoved ?? 0));

    private static void Add(NameExpansion? expansion, PackedNumbers counts, Func<int, int>? removed, ref NameMasses masses)
    {
        if (expansion is null)
            return;
        foreach (var id in expansion.Agreeing)
            masses.Add(expansion[id], counts[id] - (removed?.Invoke(id) ?? 0));
    }
}
