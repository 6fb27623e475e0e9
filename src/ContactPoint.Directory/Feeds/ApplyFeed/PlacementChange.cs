using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>The supplier's involvement, education status and pupil numbers by a file.</summary>
internal static class PlacementChange
{
    public static ChildWrite Placement(ChildWrite write, ChildRecord? record, RowStatement said, ChangedFields fields)
    {
        var day = said.From.AsAt;
        var here = Here(record, said.Supplier, said.Effect);
        var open = here.Find(one => one.End is null);
        if (said.Row.LeavingDate is { } left) return Leave(write, record, said, open, left, fields);

        // An older file than the one that ended it does not bring it back.
        if (open is null && here.Exists(one => one.End > day)) return write;
        if (said.Effect.Education is { } status && record?.Education != status)
        {
            fields.Add("education", record?.Education, status);
            write = write with { Education = status };
        }

        if (said.Effect.Service is not { } service || open is { IsConfirmed: true }) return write;
        var start = open?.Start ?? said.Row.EntryDate ?? day;
        fields.Add("placement", open is null ? null : new { open.Start, Confirmed = false }, new { Supplier = said.Supplier, Start = start });
        return open is not null
            ? write with { Confirms = [open.Id] }
            : write with { Starts = [new InvolvementStart { ServiceCode = service, Organisation = said.Supplier, Start = start, From = said.From }] };
    }

    /// <summary>Ends what is open with a supplier and not told by a later file; null when nothing is.</summary>
    public static ChildWrite? End(ChildRecord record, Guid supplier, FeedEffect effect, DateOnly on, ChangedFields fields)
    {
        var open = Here(record, supplier, effect).FindAll(one => one.End is null && one.From.AsAt <= on);
        if (effect.Service is not null && open.Count == 0) return null;
        var write = new ChildWrite { Child = record.Child, ExpectedVersion = record.Version };
        foreach (var one in open) write = Ended(write, one, on < one.Start ? one.Start : on, fields);
        write = NoLonger(write, record, supplier, effect, fields);
        return fields.IsEmpty ? null : write;
    }

    public static ChildWrite Numbers(ChildWrite write, ChildRecord? record, RowStatement said, ChangedFields fields)
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
    private static bool Takes(RowStatement said, KnownIdentifier? held) =>
        said.Row.Upn is { } upn && (held is null || (upn != held.Value && !said.IsOlderThan(held.From) && !(IdentifierSchemes.IsTemporary(upn) && !IdentifierSchemes.IsTemporary(held.Value))));

    private static ChildWrite Leave(ChildWrite write, ChildRecord? record, RowStatement said, KnownInvolvement? open, DateOnly left, ChangedFields fields)
    {
        if (open is not null) write = Ended(write, open, left < open.Start ? open.Start : left, fields);
        if (record is not null && (open is not null || said.Effect.Service is null)) return NoLonger(write, record, said.Supplier, said.Effect, fields);
        if (said.Effect.Service is not { } service || Here(record, said.Supplier, said.Effect).Count > 0 || said.Row.EntryDate is not { } entry) return write;
        fields.Add("placement", null, new { said.Supplier, Start = entry, End = left });
        return write with { Starts = [new InvolvementStart { ServiceCode = service, Organisation = said.Supplier, Start = entry, End = left, From = said.From }] };
    }

    private static List<KnownInvolvement> Here(ChildRecord? record, Guid supplier, FeedEffect effect) =>
        record?.Involvements.Where(one => one.ServiceCode == effect.Service && one.Organisation == supplier).ToList() ?? [];

    private static ChildWrite Ended(ChildWrite write, KnownInvolvement open, DateOnly on, ChangedFields fields)
    {
        fields.Add("placement", new { open.Organisation, open.Start }, new { open.Organisation, open.Start, End = on });
        return write with { Ends = [.. write.Ends, new InvolvementEnd(open.Id, on)] };
    }

    // The status goes with its last supplier, unless somebody has said another since.
    private static ChildWrite NoLonger(ChildWrite write, ChildRecord record, Guid supplier, FeedEffect effect, ChangedFields fields)
    {
        if (effect.Education is not { } status || record.Education != status) return write;
        if (record.Involvements.Any(one => one.ServiceCode == effect.Service && one.End is null && one.Organisation != supplier)) return write;
        fields.Add("education", status, EducationStatus.Unknown);
        return write with { Education = EducationStatus.Unknown };
    }
}
