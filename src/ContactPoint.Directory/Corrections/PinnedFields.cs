using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Directory.Feeds.ApplyFeed;

namespace ContactPoint.Directory.Corrections;

/// <summary>Compares a row with the fields of a record that stewards have corrected (FED-8). What a row does not mention it does not contradict, and an older one says nothing.</summary>
internal static class PinnedFields
{
    public static IReadOnlyList<(SourceSays Says, bool Agrees)> Of(ChildRecord record, RowStatement said)
    {
        if (record.Identity is not { } held) return [];
        var (row, found) = (said.Row, new List<(SourceSays, bool)>());
        Compare(held.Name, new FieldValue(Name: held.Name.Value), new FieldValue(Name: row.Name));
        if (row.Gender is { } gender) Compare(held.Gender, new FieldValue(Gender: held.Gender.Value), new FieldValue(Gender: gender));
        Compare(held.DateOfBirth, new FieldValue(DateOfBirth: held.DateOfBirth.Value), new FieldValue(DateOfBirth: row.DateOfBirth));
        if (row.Address is { } address && record.Whereabouts is { Value: CurrentAddress current } whereabouts)
            Compare(whereabouts, new FieldValue(Address: current.Address), new FieldValue(Address: address));
        return found;

        void Compare<T>(Sourced<T> field, FieldValue mine, FieldValue theirs)
        {
            if (field.From.IsPinned && !said.IsOlderThan(field.From)) found.Add((new SourceSays(theirs, said.From, row.Line), mine.IsSame(theirs)));
        }
    }
}
