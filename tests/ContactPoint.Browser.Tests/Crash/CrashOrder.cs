using System.Globalization;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>What the child process is to do.</summary>
internal sealed record CrashOrder
{
    public required string DataDirectory { get; init; }

    public required string RollFolder { get; init; }

    public required Guid School { get; init; }

    /// <summary>The session that the viewer works in; it outlives every crash.</summary>
    public required Guid Session { get; init; }

    public required DateOnly AsAt { get; init; }

    public required int FirstEdition { get; init; }

    public required int LastEdition { get; init; }

    /// <summary>Whether the child ends by itself; otherwise it goes on looking until it is killed.</summary>
    public required bool StopsWhenApplied { get; init; }

    public string[] ToArguments() =>
    [
        DataDirectory, RollFolder, School.ToString("N"), Session.ToString("N"), AsAt.ToString("O", CultureInfo.InvariantCulture),
        FirstEdition.ToString(CultureInfo.InvariantCulture), LastEdition.ToString(CultureInfo.InvariantCulture), StopsWhenApplied.ToString(),
    ];

    public static CrashOrder Parse(string[] args) => new()
    {
        DataDirectory = args[0],
        RollFolder = args[1],
        School = Guid.ParseExact(args[2], "N"),
        Session = Guid.ParseExact(args[3], "N"),
        AsAt = DateOnly.ParseExact(args[4], "O", CultureInfo.InvariantCulture),
        FirstEdition = int.Parse(args[5], CultureInfo.InvariantCulture),
        LastEdition = int.Parse(args[6], CultureInfo.InvariantCulture),
        StopsWhenApplied = bool.Parse(args[7]),
    };
}

/// <summary>The first word of what the child says.</summary>
internal static class CrashLine
{
    /// <summary>It works.</summary>
    public const string Ready = "ready";

    /// <summary>A search was answered: its mark, and how many results were shown.</summary>
    public const string Searched = "searched";

    /// <summary>A record was shown: the audit entry on its pass.</summary>
    public const string Opened = "opened";

    /// <summary>One more batch of an edition is in the directory and the last is not.</summary>
    public const string HalfWay = "half-way";

    /// <summary>An edition of the roll was applied to its end.</summary>
    public const string Applied = "applied";

    /// <summary>All is done.</summary>
    public const string Finished = "finished";
}
