using System.Data.Common;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>The statements of a run, constant text each.</summary>
internal static class FeedStatements
{
    // The runner and the place must be those that the batch was planned for: a batch counts once, whoever applies it.
    public static DbCommand Advance(IUnitOfWork unit) => unit.Prepare(
        """
        UPDATE $directory.feed_run SET processed = @to, beat_at = @at, applied = applied + @applied, unchanged = unchanged + @unchanged,
            created = created + @created, queued = queued + @queued, rejected = rejected + @rejected, ended = ended + @ended
        WHERE run_id = @run AND runner = @runner AND processed = @from AND state = 2
        """,
        "to", "at", "applied", "unchanged", "created", "queued", "rejected", "ended", "run", "runner", "from");

    public static DbCommand InsertOutcome(IUnitOfWork unit) => unit.Prepare(
        "INSERT INTO $directory.feed_row (run_id, line, outcome, told, code, field, what_to_do) VALUES (@run, @line, @outcome, @told, @code, @field, @what)",
        "run", "line", "outcome", "told", "code", "field", "what");

    public static DbCommand InsertVerdict(IUnitOfWork unit) => unit.Prepare(
        "INSERT INTO $directory.feed_verdict (run_id, verdict_id, line, verdict_sealed) VALUES (@run, @id, @line, @verdict)", "run", "id", "line", "verdict");

    public static DbCommand UpdateSupplied(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.feed_source_row SET content = @content, child_id = @child, changed_run = @run WHERE source = @source AND format = @format AND row_key = @key",
        "content", "child", "run", "source", "format", "key");

    public static DbCommand InsertSupplied(IUnitOfWork unit) => unit.Prepare(
        "INSERT INTO $directory.feed_source_row (source, format, row_key, content, child_id, changed_run) VALUES (@source, @format, @key, @content, @child, @run)",
        "source", "format", "key", "content", "child", "run");

    public static DbCommand DeleteSupplied(IUnitOfWork unit) => unit.Prepare(
        "DELETE FROM $directory.feed_source_row WHERE source = @source AND format = @format AND row_key = @key", "source", "format", "key");

    public static DbCommand ReadSupplied(IUnitOfWork unit) => unit.Prepare(
        "SELECT row_key, content, child_id, changed_run FROM $directory.feed_source_row WHERE source = @source AND format = @format", "source", "format");

    public static DbCommand FindOtherSource(IUnitOfWork unit) => unit.Prepare(
        "SELECT MIN(1) FROM $directory.feed_source_row WHERE child_id = @child AND source <> @source", "child", "source");

    public static DbCommand FindUpn(IUnitOfWork unit) => unit.Prepare(
        "SELECT DISTINCT child_id FROM $directory.identifier WHERE blind = @blind AND scheme = 'upn'", "blind");

    public static DbCommand InsertChunk(IUnitOfWork unit) => unit.Prepare(
        "INSERT INTO $directory.feed_chunk (run_id, number, received_at, chunk_sealed) VALUES (@run, @number, @at, @chunk)", "run", "number", "at", "chunk");

    public static DbCommand ReadChunk(IUnitOfWork unit) => unit.Prepare(
        "SELECT chunk_sealed FROM $directory.feed_chunk WHERE run_id = @run AND number = @number", "run", "number");

    public static DbCommand DeleteChunks(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.feed_chunk WHERE run_id = @run", "run");

    // What was received for a run that was never written down: the host died in between.
    public static DbCommand DeleteOrphans(IUnitOfWork unit) => unit.Prepare(
        "DELETE FROM $directory.feed_chunk WHERE received_at < @before AND run_id NOT IN (SELECT run_id FROM $directory.feed_run WHERE finished_at IS NULL)", "before");
}
