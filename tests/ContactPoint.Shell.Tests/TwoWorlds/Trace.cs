namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>What one caller does in one sitting. Made from a seed; the arguments choose among what is there, by remainder.</summary>
internal sealed record Trace(int Number, Caller Caller, IReadOnlyList<TraceAct> Acts)
{
    private const int MostActs = 8;

    // People who may search do so more often: a trace that discloses nothing compares nothing.
    private static readonly Caller[] Callers =
        [Caller.Nurse, Caller.Nurse, Caller.Nurse, Caller.Teacher, Caller.Teacher, Caller.Stranger, Caller.Steward, Caller.Reviewer, Caller.OtherReviewer];

    private static readonly ActKind[] Kinds =
        [.. Enum.GetValues<ActKind>(), ActKind.Search, ActKind.Search, ActKind.OpenHit, ActKind.OpenHit, ActKind.OpenHandle, ActKind.Follow, ActKind.Press];

    /// <summary>A trace that is not compared: code that runs for the first time is compiled first, which takes long enough to look like rest.</summary>
    public static Trace WarmUp { get; } = new(-1, Caller.Nurse, [new(ActKind.Search, 0), new(ActKind.OpenHit, 0), new(ActKind.Navigate, 4), new(ActKind.OpenHandle, 2)]);

    /// <summary>Traces of a seed.</summary>
    public static IEnumerable<Trace> Of(int seed, int count)
    {
#pragma warning disable CA5394 // To be made again from its seed is the point.
        var random = new Random(seed);
        for (var number = 0; number < count; number++)
        {
            var acts = Enumerable.Range(0, random.Next(1, MostActs + 1)).Select(_ => new TraceAct(Kinds[random.Next(Kinds.Length)], random.Next(1_000))).ToArray();
            yield return new Trace(number, Callers[random.Next(Callers.Length)], acts);
        }
#pragma warning restore CA5394
    }

    public override string ToString() => $"{Number} {Caller}: {string.Join(", ", Acts.Select(act => $"{act.Kind} {act.Choice}"))}";
}

/// <summary>One act.</summary>
internal readonly record struct TraceAct(ActKind Kind, int Choice);

/// <summary>Kinds of act.</summary>
internal enum ActKind
{
    /// <summary>Fetches a route of the host, with the secret's handle where it takes one.</summary>
    Get,

    /// <summary>Posts one of the host's forms.</summary>
    Post,

    /// <summary>Goes to a page inside the circuit.</summary>
    Navigate,

    /// <summary>Searches with the secret's real values.</summary>
    Search,

    /// <summary>Opens what the page lists.</summary>
    OpenHit,

    /// <summary>Opens a record by its handle: the secret's, another's, one that is none.</summary>
    OpenHandle,

    /// <summary>Follows any link of the page.</summary>
    Follow,

    /// <summary>Presses any button of the page.</summary>
    Press,
}
