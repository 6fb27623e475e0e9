using System.Data.Common;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Corrections.Contradictions;

/// <summary>Keeps what sources say against corrections, in the transaction of the row or the correction that it comes from. Nothing here changes a record.</summary>
internal sealed class ContradictionBook(SealedDocuments documents, IIdSource ids, TimeProvider clock)
{
    public static readonly SealPurpose Purpose = new("directory.feed.contradiction");

    private static DbCommand Find(IUnitOfWork unit) => unit.Prepare(
        "SELECT contradiction_id, said_sealed FROM $directory.feed_contradiction WHERE child_id = @child AND field = @field AND source = @source", "child", "field", "source");

    private static DbCommand OfField(IUnitOfWork unit) => unit.Prepare(
        "SELECT contradiction_id, said_sealed FROM $directory.feed_contradiction WHERE child_id = @child AND field = @field", "child", "field");

    private static DbCommand Insert(IUnitOfWork unit) => unit.Prepare(
        "INSERT INTO $directory.feed_contradiction (contradiction_id, child_id, field, source, state, since, said_sealed) VALUES (@id, @child, @field, @source, @state, @since, @said)",
        "id", "child", "field", "source", "state", "since", "said");

    private static DbCommand Update(IUnitOfWork unit) => unit.Prepare(
        "UPDATE $directory.feed_contradiction SET state = @state, since = @since, said_sealed = @said WHERE contradiction_id = @id", "state", "since", "said", "id");

    private static DbCommand Mark(IUnitOfWork unit) => unit.Prepare("UPDATE $directory.feed_contradiction SET state = @state WHERE contradiction_id = @id", "state", "id");

    private static DbCommand Delete(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.feed_contradiction WHERE contradiction_id = @id", "id");

    private static DbCommand DeleteField(IUnitOfWork unit) => unit.Prepare("DELETE FROM $directory.feed_contradiction WHERE child_id = @child AND field = @field", "child", "field");

    /// <summary>A row's word on corrected fields: a source that agrees contradicts no longer; one that goes on saying the same is not asked anew.</summary>
    public async ValueTask PutAsync(ChildId child, IReadOnlyList<(SourceSays Says, bool Agrees)> fields, IUnitOfWork unit)
    {
        foreach (var (says, agrees) in fields)
        {
            var (field, source) = (says.Value.Field, says.From.Source);
            var (id, before) = await FindAsync(child, field, source, unit);
            if (agrees)
            {
                if (id is { } settled) await Delete(unit).Bind(settled).ExecuteNonQueryAsync();
                continue;
            }

            if (before is not null && before.Value.IsSame(says.Value)) continue;
            var key = id ?? ids.NewId();
            var closed = documents.Seal(Purpose, key, says, DocumentTypes.Default.SourceSays);
            if (id is null) await Insert(unit).Bind(key, child.Value, field, source, ContradictionState.Open, clock.GetUtcNow(), closed).ExecuteNonQueryAsync();
            else await Update(unit).Bind(ContradictionState.Open, clock.GetUtcNow(), closed, key).ExecuteNonQueryAsync();
        }
    }

    /// <summary>The record says this now: whichever source says the same contradicts it no longer.</summary>
    public async ValueTask AgreeAsync(ChildId child, FieldValue value, IUnitOfWork unit)
    {
        var agreeing = new List<Guid>();
        await using (var reader = await OfField(unit).Bind(child.Value, value.Field).ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                if (documents.Open(Purpose, reader.Id(0), reader.GetFieldValue<byte[]>(1), DocumentTypes.Default.SourceSays) is { } says && value.IsSame(says.Value)) agreeing.Add(reader.Id(0));
        }

        foreach (var settled in agreeing) await Delete(unit).Bind(settled).ExecuteNonQueryAsync();
    }

    /// <summary>Nothing is said against the field any more: it follows its sources again.</summary>
    public static async ValueTask ForgetFieldAsync(ChildId child, CorrectedField field, IUnitOfWork unit) => await DeleteField(unit).Bind(child.Value, field).ExecuteNonQueryAsync();

    /// <summary>How far one has got.</summary>
    public static async ValueTask MarkAsync(Guid id, ContradictionState state, IUnitOfWork unit) => await Mark(unit).Bind(state, id).ExecuteNonQueryAsync();

    private async ValueTask<(Guid? Id, SourceSays? Says)> FindAsync(ChildId child, CorrectedField field, Guid source, IUnitOfWork unit)
    {
        await using var reader = await Find(unit).Bind(child.Value, field, source).ExecuteReaderAsync();
        if (!await reader.ReadAsync()) return (null, null);
        var id = reader.Id(0);
        return (id, documents.Open(Purpose, id, reader.GetFieldValue<byte[]>(1), DocumentTypes.Default.SourceSays));
    }
}
