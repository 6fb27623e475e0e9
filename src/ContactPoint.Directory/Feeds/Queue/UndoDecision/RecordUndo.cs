using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Queue.UndoDecision;

/// <summary>What must be written so that a record is as it was before a decision. A field that somebody changed since stays as it is and is named.</summary>
internal sealed record RecordUndo
{
    public required IdentityDocument Identity { get; init; }

    public required EducationStatus Education { get; init; }

    public string? Authority { get; init; }

    /// <summary>Parts that go back; a null value was not there before.</summary>
    public bool RestoresWhereabouts { get; init; }

    public bool RestoresFormerAddresses { get; init; }

    public bool RestoresCarers { get; init; }

    public IReadOnlyList<Guid> NumbersToDelete { get; init; } = [];

    public IReadOnlyList<Guid> NumbersToRestore { get; init; } = [];

    public IReadOnlyList<Guid> PlacementsToDelete { get; init; } = [];

    public IReadOnlyList<Guid> PlacementsToReopen { get; init; } = [];

    public IReadOnlyList<Guid> PlacementsToUnconfirm { get; init; } = [];

    public required IReadOnlyList<string> Left { get; init; }

    public static RecordUndo Of(RecordImage before, RecordImage after, RecordImage now)
    {
        var left = new List<string>();
        var types = DocumentTypes.Default;
        var (was, made, held) = (before.Identity, after.Identity, now.Identity);

        // Each field by itself: what a later run said of another field is not touched.
        T Back<T>(string name, T then, T decided, T current, Func<T, T, bool> same)
        {
            if (same(then, decided)) return current;
            if (same(current, decided)) return then;
            if (!same(current, then)) left.Add(name);
            return current;
        }

        bool Part<T>(string name, T? then, T? decided, T? current, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
            where T : class
        {
            if (DecisionTypes.Same(then, decided, type) || DecisionTypes.Same(current, then, type)) return false;
            if (DecisionTypes.Same(current, decided, type)) return true;
            left.Add(name);
            return false;
        }

        var identity = held with
        {
            Name = Back("name", was.Name, made.Name, held.Name, (a, b) => a == b),
            Gender = Back("gender", was.Gender, made.Gender, held.Gender, (a, b) => a == b),
            DateOfBirth = Back("date of birth", was.DateOfBirth, made.DateOfBirth, held.DateOfBirth, (a, b) => a == b),
            OtherNames = Back("former and preferred names", was.OtherNames, made.OtherNames, held.OtherNames, (a, b) => a.SequenceEqual(b)),
        };
        var undo = new RecordUndo
        {
            Identity = identity,
            Education = Back("education status", before.Education, after.Education, now.Education, (a, b) => a == b),
            Authority = Back("local authority", before.Authority, after.Authority, now.Authority, (a, b) => a == b),
            RestoresWhereabouts = Part("address", before.Whereabouts, after.Whereabouts, now.Whereabouts, types.SourcedWhereabouts),
            RestoresFormerAddresses = Part("former addresses", before.FormerAddresses, after.FormerAddresses, now.FormerAddresses, types.FormerAddresses),
            RestoresCarers = Part("parents and carers", before.Carers, after.Carers, now.Carers, types.Carers),
            Left = left,
        };
        return Placements(Numbers(undo, before, after, now, left), before, after, now, left);
    }

    private static RecordUndo Numbers(RecordUndo undo, RecordImage before, RecordImage after, RecordImage now, List<string> left)
    {
        var touched = after.Numbers.Where(number => !before.Numbers.TryGetValue(number.Key, out var was) || was != number.Value).ToList();

        // A number that somebody recorded since is the current one: to bring the one before back would make two.
        var isLater = touched.Exists(number => !now.Numbers.TryGetValue(number.Key, out var current) || current != number.Value);
        if (touched.Count == 0) return undo;
        if (isLater)
        {
            left.Add("pupil numbers");
            return undo;
        }

        return undo with
        {
            NumbersToDelete = [.. touched.Where(number => !before.Numbers.ContainsKey(number.Key)).Select(number => number.Key)],
            NumbersToRestore = [.. touched.Where(number => before.Numbers.TryGetValue(number.Key, out var was) && was).Select(number => number.Key)],
        };
    }

    private static RecordUndo Placements(RecordUndo undo, RecordImage before, RecordImage after, RecordImage now, List<string> left)
    {
        var (delete, reopen, unconfirm) = (new List<Guid>(), new List<Guid>(), new List<Guid>());
        foreach (var (id, made) in after.Placements)
        {
            var was = before.Placements.GetValueOrDefault(id);
            if (was == made) continue;
            if (now.Placements.GetValueOrDefault(id) is not { } current) continue;
            if (current != made) left.Add("school placement");
            else if (was is null) delete.Add(id);
            else
            {
                if (was.End is null && made.End is not null) reopen.Add(id);
                if (!was.IsConfirmed && made.IsConfirmed) unconfirm.Add(id);
            }
        }

        return undo with { PlacementsToDelete = delete, PlacementsToReopen = reopen, PlacementsToUnconfirm = unconfirm };
    }
}
