using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds;

/// <summary>One run of one file.</summary>
public sealed record FeedRunSummary
{
    /// <summary>Identity of the run.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation that supplied the file.</summary>
    public required Guid Source { get; init; }

    /// <summary>Its name.</summary>
    public required string SourceName { get; init; }

    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>Key of its format.</summary>
    public required string Format { get; init; }

    /// <summary>Its format's name; the key where no module brings it any more.</summary>
    public required string FormatName { get; init; }

    /// <summary>What its rows are about.</summary>
    public FeedSubject Subject { get; init; }

    /// <summary>What it means that a child is not in it.</summary>
    public required FeedSemantics Semantics { get; init; }

    /// <summary>Where the run stands.</summary>
    public required FeedRunState State { get; init; }

    /// <summary>The day for which the file speaks.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>When the file was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When applying began; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the run came to its end; null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Rows of the file; 0 until it has been checked.</summary>
    public int Rows { get; init; }

    /// <summary>Rows decided so far.</summary>
    public int Processed { get; init; }

    /// <summary>Rows by outcome.</summary>
    public required FeedCounts Counts { get; init; }

    /// <summary>Why the file was refused or the run failed.</summary>
    public Error? Error { get; init; }

    /// <summary>How much would change: set when the run waits, or waited, for approval (FED-5).</summary>
    public FeedThreshold? Threshold { get; init; }

    /// <summary>True when a rejected row could not be told from a pupil who is missing, so that nobody's involvement was ended by absence.</summary>
    public bool EndingsHeldBack { get; init; }
}

/// <summary>Rows of a run by outcome.</summary>
/// <param name="Applied">Linked and changed.</param>
/// <param name="Unchanged">Nothing changed.</param>
/// <param name="Created">New records. Held rows count as what they would be without the shielded child (SHD-6), here and in the others.</param>
/// <param name="Queued">Waiting for a steward.</param>
/// <param name="Rejected">Broken in form.</param>
/// <param name="Ended">Pupils of the last file who are missing from this one. Of a register bodies that are missing: none of them was closed for that.</param>
public sealed record FeedCounts(int Applied, int Unchanged, int Created, int Queued, int Rejected, int Ended);

/// <summary>What a file would do to the rows of its source's last file.</summary>
/// <param name="Changed">Rows that differ.</param>
/// <param name="Ended">Rows that are missing.</param>
/// <param name="Previous">Rows of the last file.</param>
public sealed record FeedThreshold(int Changed, int Ended, int Previous)
{
    /// <summary>True when more than a fifth would change or end (FED-5).</summary>
    public bool IsPassed => (long)(Changed + Ended) * 5 > Previous && Previous > 0;
}
