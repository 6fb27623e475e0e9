using System.Data.Common;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.Queue.Rows;

/// <summary>The statements of the queue, constant text each.</summary>
internal static class QueueStatements
{
    public static DbCommand InsertQueued(IUnitOfWork unit) => unit.Prepare(
        "INSERT INTO $directory.feed_queued (queued_id, source, format, row_key, run_id, line, queued_at) VALUES (@id, @source, @format, @key, @run, @line, @at)",
        "id", "source", "format", "key", "run", "line", "at");

    // Waiting is what the source's last file says of its row, not a flag: a row that is sent anew or has gone waits no more.
    public static DbCommand Waiting(IUnitOfWork unit) => unit.Prepare(
        """
        SELECT q.queued_id, q.source, q.format, q.row_key, q.run_id, q.line, q.queued_at FROM $directory.feed_source_row s
            JOIN $directory.feed_queued q ON q.source = s.source AND q.format = s.format AND q.row_key = s.row_key AND q.run_id = s.changed_run
            JOIN $directory.organisation o ON o.organisation_id = q.source
        WHERE s.child_id = @nobody AND (@everywhere = 1 OR o.authority = @authority) ORDER BY q.queued_at, q.queued_id
        """,
        "nobody", "everywhere", "authority");

    public static DbCommand FindWaiting(IUnitOfWork unit) => unit.Prepare(
        """
        SELECT q.queued_id, q.source, q.format, q.row_key, q.run_id, q.line, q.queued_at FROM $directory.feed_queued q
            JOIN $directory.feed_source_row s ON q.source = s.source AND q.format = s.format AND q.row_key = s.row_key AND q.run_id = s.changed_run
        WHERE q.queued_id = @id AND s.child_id = @nobody
        """,
        "id", "nobody");

    public static DbCommand ReadVerdict(IUnitOfWork unit) => unit.Prepare(
        "SELECT verdict_sealed FROM $directory.feed_verdict WHERE run_id = @run AND verdict_id = @id", "run", "id");

    public static DbCommand ReadApart(IUnitOfWork unit) => unit.Prepare("SELECT row_key, child_id FROM $directory.feed_kept_apart WHERE source = @source AND format = @format", "source", "format");

    public static DbCommand FindApart(IUnitOfWork unit) => unit.Prepare(
        "SELECT decision_id FROM $directory.feed_kept_apart WHERE source = @source AND format = @format AND row_key = @key AND child_id = @child", "source", "format", "key", "child");

    // Of two stewards the first to undo it wins.
    public static DbCommand MarkUndone(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.feed_decision SET undone_at = @at, undone_by = @by WHERE decision_id = @id AND undone_at IS NULL", "at", "by", "id");

    public static DbCommand InsertApart(IUnitOfWork unit) => unit.Prepare(
        "INSERT INTO $directory.feed_kept_apart (source, format, row_key, child_id, decision_id) VALUES (@source, @format, @key, @child, @decision)", "source", "format", "key", "child", "decision");

    public static DbCommand DeleteApart(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.feed_kept_apart WHERE decision_id = @decision", "decision");

    // Of two stewards the first to change it wins: the row must still wait for this very decision.
    public static DbCommand Settle(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.feed_source_row SET child_id = @child WHERE source = @source AND format = @format AND row_key = @key AND changed_run = @run AND child_id = @nobody",
        "child", "source", "format", "key", "run", "nobody");

    public static DbCommand Unsettle(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.feed_source_row SET child_id = @nobody WHERE source = @source AND format = @format AND row_key = @key AND changed_run = @run AND child_id = @child",
        "nobody", "source", "format", "key", "run", "child");

    // What the row says now was applied to the child and is not known here any more: it waits as it first did, and the next file, which differs from nothing, is matched.
    public static DbCommand UnsettleLater(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.feed_source_row SET child_id = @nobody, changed_run = @run, content = @nothing WHERE source = @source AND format = @format AND row_key = @key AND child_id = @child",
        "nobody", "run", "nothing", "source", "format", "key", "child");

    public static DbCommand UnsettleElsewhere(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.feed_source_row SET child_id = @nobody, content = @nothing WHERE source = @source AND format = @format AND child_id = @child",
        "nobody", "nothing", "source", "format", "child");

    public static DbCommand CountOfChild(IUnitOfWork unit) => unit.Prepare(
        "SELECT COUNT(*) FROM $directory.feed_source_row WHERE source = @source AND format = @format AND child_id = @child", "source", "format", "child");

    public static DbCommand CountApplying(IUnitOfWork unit) => unit.Prepare(
        "SELECT COUNT(*) FROM $directory.feed_run WHERE source = @source AND state = 2 AND beat_at > @silent", "source", "silent");

    public static DbCommand Numbers(IUnitOfWork unit) => unit.Prepare(
        "SELECT identifier_id, CASE WHEN superseded_at IS NULL THEN 1 ELSE 0 END FROM $directory.identifier WHERE child_id = @child", "child");

    public static DbCommand Placements(IUnitOfWork unit) => unit.Prepare(
        "SELECT involvement_id, end_date, CASE WHEN confirmed_at IS NULL THEN 0 ELSE 1 END FROM $directory.involvement WHERE child_id = @child", "child");

    public static DbCommand DeleteNumber(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.identifier WHERE child_id = @child AND identifier_id = @id", "child", "id");

    public static DbCommand RestoreNumber(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.identifier SET superseded_at = NULL WHERE child_id = @child AND identifier_id = @id", "child", "id");

    public static DbCommand DeletePlacement(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.involvement WHERE child_id = @child AND involvement_id = @id", "child", "id");

    public static DbCommand ReopenPlacement(IUnitOfWork unit) => unit.Prepare("UPDATE $directory.involvement SET end_date = NULL WHERE child_id = @child AND involvement_id = @id", "child", "id");

    public static DbCommand UnconfirmPlacement(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.involvement SET confirmed_at = NULL WHERE child_id = @child AND involvement_id = @id", "child", "id");

    public static DbCommand DeleteChild(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.child WHERE child_id = @child AND version = @expected", "child", "expected");

    public static DbCommand DeleteParts(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.child_part WHERE child_id = @child", "child");

    public static DbCommand DeleteNumbers(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.identifier WHERE child_id = @child", "child");

    public static DbCommand DeletePlacements(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.involvement WHERE child_id = @child", "child");
}
