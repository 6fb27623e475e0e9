using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Queue;

/// <summary>Why an act on a row that waits was not done.</summary>
public static class QueueErrors
{
    /// <summary>No such row, or one of another authority, or one that its source has changed since.</summary>
    public static readonly Error NoSuchRow = new("queue.no-such-row", "This row does not wait any more. Its school may have sent it anew, or it belongs to another local authority. Go back to the list.");

    /// <summary>No such decision.</summary>
    public static readonly Error NoSuchDecision = new("queue.no-such-decision", "There is no such decision, or it has been undone already. Go back to the list.");

    /// <summary>Somebody else decided it.</summary>
    public static readonly Error Decided = new("queue.decided", "Somebody else has just decided this row. Go back to the list to see what was decided.");

    /// <summary>The child cannot be linked.</summary>
    public static readonly Error NoSuchCandidate = new("queue.no-such-candidate", "The row cannot be linked to this child any more. Open the row again to see whom it may mean now.");

    /// <summary>Another row of the same source stands for the child.</summary>
    public static readonly Error Taken = new("queue.taken", "Another row of this school's roll already stands for this child. One roll names no child twice: ask the school which row is right.");

    /// <summary>A file of the source is being applied.</summary>
    public static readonly Error Busy = new("queue.busy", "A file of this school is being applied. Wait until it has finished, then open the row again.");

    /// <summary>The records keep moving.</summary>
    public static readonly Error Moved = new("queue.moved", "The record was changed by somebody else in the meantime. Open the row again.");

    /// <summary>A new record that others have worked on since.</summary>
    public static readonly Error InUse = new("queue.in-use", "The record that was made is in use by others by now, so it cannot be taken back. Nothing was changed.");
}
