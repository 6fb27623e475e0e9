using ContactPoint.Directory.Children;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>What a row changes of a record, and what stood there before: for the writer and for the audit entry.</summary>
/// <param name="Write">For the writer.</param>
/// <param name="Before">Fields before; null for a new record.</param>
/// <param name="After">Fields after.</param>
internal sealed record RecordChange(ChildWrite Write, IReadOnlyDictionary<string, object?>? Before, IReadOnlyDictionary<string, object?> After);

/// <summary>Collects the fields that a row changes.</summary>
internal sealed class ChangedFields
{
    private readonly Dictionary<string, object?> before = [];
    private readonly Dictionary<string, object?> after = [];

    public bool IsEmpty => after.Count == 0;

    public void Add(string field, object? from, object? to)
    {
        before[field] = from;
        after[field] = to;
    }

    /// <summary>A field with its source: that a source agrees with a correction is a change too, of where the value is from.</summary>
    public void Add<T>(string field, Sourced<T> from, Sourced<T> to)
    {
        if (!Equals(from.Value, to.Value)) Add(field, from.Value, to.Value);
        else if (from.From != to.From) Add(field + ".source", from.From.Kind, to.From.Kind);
    }

    public RecordChange With(ChildWrite write) => new(write, write.ExpectedVersion == 0 ? null : before, after);
}
