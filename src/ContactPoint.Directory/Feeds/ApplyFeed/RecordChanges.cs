using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Turns what a row says into a change of a record, or into a new one.</summary>
internal static class RecordChanges
{
    /// <summary>A new record: active, or provisional and its supplier's own.</summary>
    public static RecordChange New(ChildId child, RowStatement said, bool isHeld)
    {
        var fields = new ChangedFields();
        var identity = IdentityChange.New(said);
        fields.Add("name", null, identity.Name.Value);
        fields.Add("dateOfBirth", null, identity.DateOfBirth.Value);
        fields.Add("gender", null, identity.Gender.Value);
        var write = new ChildWrite
        {
            Child = child,
            ExpectedVersion = 0,
            State = isHeld ? RecordState.Provisional : RecordState.Active,
            Supplier = isHeld ? said.Supplier : null,
            Authority = said.Authority,
            Education = said.Row.LeavingDate is null ? said.Effect.Education : null,
            Identity = identity,
        };
        return Rest(write, null, said, fields);
    }

    /// <summary>The change of a record; null when the row says nothing new.</summary>
    public static RecordChange? Of(ChildRecord record, RowStatement said)
    {
        var fields = new ChangedFields();
        var write = new ChildWrite
        {
            Child = record.Child,
            ExpectedVersion = record.Version,
            Identity = record.Identity is { } identity ? IdentityChange.Of(identity, said, fields) : null,
        };
        if (record.Authority is null && said.Authority is { } authority)
        {
            fields.Add("authority", null, authority.Value);
            write = write with { Authority = authority };
        }

        var change = Rest(write, record, said, fields);
        return fields.IsEmpty ? null : change;
    }

    /// <summary>The end for a child who is missing from a full snapshot; null when nothing is open.</summary>
    public static RecordChange? End(ChildRecord record, Guid supplier, FeedEffect effect, DateOnly on)
    {
        var fields = new ChangedFields();
        return PlacementChange.End(record, supplier, effect, on, fields) is { } write ? fields.With(write) : null;
    }

    private static RecordChange Rest(ChildWrite write, ChildRecord? record, RowStatement said, ChangedFields fields)
    {
        var (now, former) = ContactChange.Whereabouts(record, said, fields);
        write = write with { Whereabouts = now, FormerAddresses = former, Carers = ContactChange.Carers(record, said, fields) };
        write = PlacementChange.Placement(write, record, said, fields);
        return fields.With(PlacementChange.Numbers(write, record, said, fields));
    }
}
