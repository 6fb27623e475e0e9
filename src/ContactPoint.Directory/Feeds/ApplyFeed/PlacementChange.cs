using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>The school placement, education status and pupil numbers by a roll.</summary>
internal static class PlacementChange
{
    public static ChildWrite Placement(ChildWrite write, ChildRecord? record, RollStatement said, ChangedFields fields)
    {
        var (school, day) = (said.School, said.From.AsAt);
        var here = record?.Involvements.Where(one => one.ServiceCode == ServiceCatalogue.School.Code && one.Organisation == school).ToList() ?? [];
        var open = here.Find(one => one.End is null);
        if (said.Row.LeavingDate is { } left) return Leave(write, record, said, open, left, fields);

        // An older roll than the one that ended the placement does not bring it back.
        if (open is null && here.Exists(one => one.End > day)) return write;
        if (record?.Education != EducationStatus.AtSchool)
        {
            fields.Add("education", record?.Education, EducationStatus.AtSchool);
            write = write with { Education = EducationStatus.AtSchool };
        }

        if (open is { IsConfirmed: true }) return write;
        fields.Add("placement", open is null ? null : new { open.Start, Confirmed = false }, new { School = school, Start = open?.Start ?? said.Row.EntryDate ?? day });
        return open is not null
            ? write with { Confirms = [open.Id] }
            : write with { Starts = [new InvolvementStart { ServiceCode = ServiceCatalogue.School.Code, Organisation = school, Start = said.Row.EntryDate ?? day, From = said.From }] };
    }

    /// <summary>Ends what is open of a placement at a school and not told by a later roll; null when nothing is.</summary>
    public static ChildWrite? End(ChildRecord record, Guid school, DateOnly on, ChangedFields fields)
    {
        var open = record.Involvements.Where(one => one.ServiceCode == ServiceCatalogue.School.Code && one.Organisation == school && one.End is null && one.From.AsAt <= on).ToList();
        if (open.Count == 0) return null;
        var write = new ChildWrite { Child = record.Child, ExpectedVersion = record.Version };
        foreach (var one in open) write = Ended(write, record, one, on < one.Start ? one.Start : on, fields);
        return write;
    }

    public static ChildWrite Numbers(ChildWrite write, ChildRecord? record, RollStatement said, ChangedFields fields)
    {
        var known = record?.Identifiers.Where(number => number.Scheme == IdentifierSchemes.Upn).ToList() ?? [];
        var held = known.Find(number => number.IsCurrent);
        var now = Takes(said, held) ? said.Row.Upn : held?.Value;
        var former = said.Row.FormerUpn is { } given && given != now && !known.Exists(number => number.Value == given) ? given : null;
        if (former is null && now == held?.Value) return write;

        // The writer makes the current number an alias when it records one: the former is written first and gives way at once.
        fields.Add("upn", known.Select(number => number.Value), new[] { now, former });
        return write with
        {
            Identifiers = [.. new[] { former, now }.OfType<string>().Select(value => new IdentifierWrite(IdentifierSchemes.Upn, value, value == held?.Value ? held.From : said.From))],
        };
    }

    // A number for the time being never replaces a permanent one.
    private static bool Takes(RollStatement said, KnownIdentifier? held) =>
        said.Row.Upn is { } upn && (held is null || (upn != held.Value && !said.IsOlderThan(held.From) && !(IdentifierSchemes.IsTemporary(upn) && !IdentifierSchemes.IsTemporary(held.Value))));

    private static ChildWrite Leave(ChildWrite write, ChildRecord? record, RollStatement said, KnownInvolvement? open, DateOnly left, ChangedFields fields)
    {
        if (open is not null) return Ended(write, record!, open, left < open.Start ? open.Start : left, fields);
        var isTold = record?.Involvements.Any(one => one.Organisation == said.School && one.ServiceCode == ServiceCatalogue.School.Code) == true;
        if (isTold || said.Row.EntryDate is not { } entry) return write;
        fields.Add("placement", null, new { said.School, Start = entry, End = left });
        return write with { Starts = [new InvolvementStart { ServiceCode = ServiceCatalogue.School.Code, Organisation = said.School, Start = entry, End = left, From = said.From }] };
    }

    private static ChildWrite Ended(ChildWrite write, ChildRecord record, KnownInvolvement open, DateOnly on, ChangedFields fields)
    {
        fields.Add("placement", new { open.Organisation, open.Start }, new { open.Organisation, open.Start, End = on });
        write = write with { Ends = [.. write.Ends, new InvolvementEnd(open.Id, on)] };
        var elsewhere = record.Involvements.Any(one => one.ServiceCode == ServiceCatalogue.School.Code && one.End is null && one.Organisation != open.Organisation);
        if (elsewhere || record.Education != EducationStatus.AtSchool) return write;
        fields.Add("education", record.Education, EducationStatus.Unknown);
        return write with { Education = EducationStatus.Unknown };
    }
}
