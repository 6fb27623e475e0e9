using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;

/// <summary>Opens a row beside the children it may mean. Each of them is opened as any record is: purpose, budget, parts, an entry of its own.</summary>
internal sealed class OpenQueuedRowHandler(
    IUnitOfWorkFactory units, QueueDoor door, Candidates candidates, IRowGate rows, IRecordGate gate, IRecordReader reader, IChildHandles handles)
{
    private static readonly AccessStatement Statement = new(Purpose.DataQuality, Relationship.MyAreaOrSetting);

    public async Task<Result<QueuedRowView>> HandleAsync(CallerContext caller, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await door.FindAsync(caller, id, AuditEvents.QueuedRowOpened, cancellation);
        if (!found.Succeeded) return found.Error;
        var row = found.Value;
        var pass = await rows.OpenAsync(caller, new RowsRequest(AuditEvents.QueuedRowOpened, [new RowToShow(id, row.School.Authority)]), cancellation);
        if (!pass.Succeeded) return pass.Error;
        var job = await gate.BeginJobAsync(caller, JobName.FeedDecision, cancellation);
        if (!job.Succeeded) return job.Error;
        var shown = new List<QueueCandidate>();
        foreach (var (candidate, record) in await units.ReadAsync(unit => candidates.OfAsync(job.Value, row, unit), cancellation))
        {
            var opened = await OpenAsync(caller, record.Child, cancellation);
            if (opened.Succeeded) shown.Add(opened.Value with { Evidence = [.. (candidate.Steps ?? []).Select(EvidenceWords.Of)] });
            else if (opened.Error != GateErrors.NotAvailable) return opened.Error;
        }

        var says = row.Verdict.Row!;
        return new QueuedRowView
        {
            Row = id,
            Pass = pass.Value,
            SourceName = row.School.Name,
            Line = row.Row.Line,
            AsAt = row.Run.AsAt,
            WhatToDo = QueueNotes.Of(row.Verdict.Why).WhatToDo,
            Says = pass.Value.Disclose(id, new RowSays
            {
                Name = says.Name,
                FormerSurname = says.FormerSurname,
                DateOfBirth = says.DateOfBirth,
                Gender = says.Gender,
                Address = says.Address,
                EntryDate = says.EntryDate,
            }).Value,
            Candidates = shown,
        };
    }

    private async Task<Result<QueueCandidate>> OpenAsync(CallerContext caller, ChildId child, CancellationToken cancellation)
    {
        var handle = handles.Issue(caller, child);
        var pass = await gate.OpenAsync(caller, new OpenRequest(Statement, handle), cancellation);
        if (!pass.Succeeded) return pass.Error;
        var reading = await reader.ReadAsync(pass.Value, cancellation);
        if (!reading.Succeeded) return reading.Error;
        return new QueueCandidate
        {
            Pass = reading.Value.Pass,
            Handle = handle,
            Identity = reading.Value.Part<IdentityPart>(PartKey.Identity),
            OtherNames = reading.Value.Part<OtherNamesPart>(PartKey.OtherNames),
            Whereabouts = reading.Value.Part<WhereaboutsPart>(PartKey.Whereabouts),
            School = reading.Value.Part<SchoolPart>(PartKey.School),
            Evidence = [],
        };
    }
}
