using System.Text.Json.Serialization.Metadata;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.Queue.UndoDecision;

/// <summary>Brings a record back to what it was before a decision, or takes away one that the decision made. For the steward's job alone; the history of parts is kept.</summary>
internal sealed class RecordRestorer(SealedDocuments documents, IIdSource ids, TimeProvider clock, ChangeSignal changes)
{
    /// <summary>Writes the record back.</summary>
    /// <exception cref="QueueMovedException">The record has moved on.</exception>
    public async ValueTask RestoreAsync(JobPass pass, ChildRecord record, RecordUndo undo, RecordImage before, IUnitOfWork unit)
    {
        Admit(pass);
        var (child, at) = (record.Child.Value, clock.GetUtcNow());
        var closed = documents.Seal(DirectoryPurposes.Identity, child, undo.Identity, DocumentTypes.Default.IdentityDocument);
        var touched = await ChildStatements.UpdateChild(unit).Bind(
            record.State, undo.Authority, undo.Identity.DateOfBirth.Value.Year, undo.Education, record.Supplier.OrNoBytes(), closed, at, child, record.Version).ExecuteNonQueryAsync();
        if (touched != 1) throw new DecideQueuedRow.QueueMovedException();
        if (!DecisionTypes.Same(record.Identity, undo.Identity, DocumentTypes.Default.IdentityDocument))
        {
            var id = ids.NewId();
            var old = documents.Seal(DirectoryPurposes.Part(PartKeys.Identity), id, record.Identity!, DocumentTypes.Default.IdentityDocument);
            await ChildStatements.InsertPart(unit).Bind(child, id, PartKeys.Identity, at, at, old).ExecuteNonQueryAsync();
        }

        if (undo.RestoresWhereabouts) await PartAsync(child, PartKeys.Whereabouts, before.Whereabouts, DocumentTypes.Default.SourcedWhereabouts, at, unit);
        if (undo.RestoresFormerAddresses) await PartAsync(child, PartKeys.FormerAddresses, before.FormerAddresses.Count == 0 ? null : before.FormerAddresses, DocumentTypes.Default.FormerAddresses, at, unit);
        if (undo.RestoresCarers) await PartAsync(child, PartKeys.Carers, before.Carers, DocumentTypes.Default.Carers, at, unit);
        foreach (var id in undo.NumbersToDelete) await QueueStatements.DeleteNumber(unit).Bind(child, id).ExecuteNonQueryAsync();
        foreach (var id in undo.NumbersToRestore) await QueueStatements.RestoreNumber(unit).Bind(child, id).ExecuteNonQueryAsync();
        foreach (var id in undo.PlacementsToDelete) await QueueStatements.DeletePlacement(unit).Bind(child, id).ExecuteNonQueryAsync();
        foreach (var id in undo.PlacementsToReopen) await QueueStatements.ReopenPlacement(unit).Bind(child, id).ExecuteNonQueryAsync();
        foreach (var id in undo.PlacementsToUnconfirm) await QueueStatements.UnconfirmPlacement(unit).Bind(child, id).ExecuteNonQueryAsync();
        await ToldAsync(child, at, unit);
    }

    /// <summary>Takes a record away that nobody else has a part in.</summary>
    /// <exception cref="QueueMovedException">The record has moved on.</exception>
    public async ValueTask RemoveAsync(JobPass pass, ChildRecord record, IUnitOfWork unit)
    {
        Admit(pass);
        var child = record.Child.Value;
        await QueueStatements.DeletePlacements(unit).Bind(child).ExecuteNonQueryAsync();
        await QueueStatements.DeleteNumbers(unit).Bind(child).ExecuteNonQueryAsync();
        await QueueStatements.DeleteParts(unit).Bind(child).ExecuteNonQueryAsync();
        if (await QueueStatements.DeleteChild(unit).Bind(child, record.Version).ExecuteNonQueryAsync() != 1) throw new DecideQueuedRow.QueueMovedException();
        await ToldAsync(child, clock.GetUtcNow(), unit);
    }

    private static void Admit(JobPass pass)
    {
        if (pass.HasEnded || pass.Job != JobName.FeedDecision) throw new InvalidOperationException("Only a steward's decision is undone.");
    }

    private async ValueTask PartAsync<T>(Guid child, string part, T? document, JsonTypeInfo<T> type, DateTimeOffset at, IUnitOfWork unit)
        where T : class
    {
        await ChildStatements.SupersedePart(unit).Bind(at, child, part).ExecuteNonQueryAsync();
        if (document is null) return;
        var id = ids.NewId();
        await ChildStatements.InsertPart(unit).Bind(child, id, part, at, null, documents.Seal(DirectoryPurposes.Part(part), id, document, type)).ExecuteNonQueryAsync();
    }

    private async ValueTask ToldAsync(Guid child, DateTimeOffset at, IUnitOfWork unit)
    {
        await ChildStatements.InsertChange(unit).Bind(child, at).ExecuteNonQueryAsync();
        unit.OnCommitted(changes.Raise);
    }
}
