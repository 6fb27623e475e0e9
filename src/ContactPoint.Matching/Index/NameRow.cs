using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>The names of one row: a child has one row for its registered name and one for each further name.</summary>
internal readonly record struct NameRow(NameKind Kind, string Family, string Given, string Middle)
{
    public static List<NameRow> Of(IndexRecord record)
    {
        var first = new NameRow(
            NameKind.Registered,
            NameNormaliser.Normalise(record.Family),
            NameNormaliser.Normalise(record.Given),
            NameNormaliser.Normalise(record.Middle));
        var rows = new List<NameRow>(1 + record.OtherNames.Count) { first };
        foreach (var other in record.OtherNames)
        {
            var family = NameNormaliser.Normalise(other.Family);
            var given = NameNormaliser.Normalise(other.Given);
            var row = new NameRow(other.Kind, family.Length > 0 ? family : first.Family, given.Length > 0 ? given : first.Given, first.Middle);
            if (!rows.Exists(held => held.Family == row.Family && held.Given == row.Given))
                rows.Add(row);
        }

        return rows;
    }
}
