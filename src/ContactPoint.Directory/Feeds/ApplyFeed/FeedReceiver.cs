using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Receives a file: keeps it in sealed pieces until its run has ended, and knows the same file again.</summary>
internal sealed class FeedReceiver(IUnitOfWorkFactory units, ISessionCheck sessions, IAuditTrail trail, ISealer sealer, RowKeys keys, IIdSource ids, TimeProvider clock)
{
    private const int LongestName = 100;

    /// <summary>Receives the file.</summary>
    /// <returns>Its run: a new one; the unfinished one of the same file; or one that is refused already. An error when the session ended while it was sent.</returns>
    public async Task<Result<FeedRunRow>> ReceiveAsync(
        CallerContext caller, FeedFile file, FileForm form, FeedSemantics semantics, bool isBackground, bool isApproved, CancellationToken cancellation)
    {
        using var step = FeedSteps.Begin(FeedSteps.Receive);
        var run = ids.NewId();
        var opened = await IncomingFile.OpenAsync(file.Content, form, FileLimits.FileBytes, cancellation);
        await using var incoming = opened.Succeeded ? opened.Value : null;
        var (length, error) = incoming is null ? (0, opened.Error) : await SpoolAsync(run, incoming.Content, cancellation);
        var now = clock.GetUtcNow();
        var row = new FeedRunRow
        {
            RunId = run,
            Source = file.Source,
            Format = form.Format.Key,
            Profile = incoming is null ? form.StoredProfile : incoming.Form.StoredProfile,
            Semantics = semantics,
            FileName = NameOf(file),
            FileMark = keys.OfFile(file.Source, file.AsAt, form, semantics, incoming?.Digest() ?? []),
            FileBytes = length,
            AsAt = file.AsAt ?? UkDay.Today(clock),
            RequestedBy = caller.UserId,
            ReceivedAt = now,
            FinishedAt = error is null ? null : now,
            State = error is null ? FeedRunState.Queued : FeedRunState.Refused,
            IsBackground = isBackground,
            IsApproved = isApproved,
            ErrorCode = error?.Code,
            ErrorMessage = error?.Message,
        };
        return await units.RunAsync(unit => KeepAsync(caller, row, unit), cancellation);
    }

    private async ValueTask<Result<FeedRunRow>> KeepAsync(CallerContext caller, FeedRunRow row, IUnitOfWork unit)
    {
        // A large file takes minutes to arrive, and what is kept is applied as the system: whoever was let in at its beginning may be out by its end.
        if (!await sessions.IsLiveAsync(caller, unit))
        {
            await FeedStatements.DeleteChunks(unit).Bind(row.RunId).ExecuteNonQueryAsync();
            await trail.AppendAsync(FeedEvents.NotTaken(caller, row.Source, GateErrors.SessionEnded, FeedReasons.SessionEnded), unit);
            return GateErrors.SessionEnded;
        }

        var known = row.State == FeedRunState.Refused ? null : await FeedRuns.SameFileAsync(row.Source, row.FileMark, unit);
        if (known is not null || row.State == FeedRunState.Refused) await FeedStatements.DeleteChunks(unit).Bind(row.RunId).ExecuteNonQueryAsync();
        await trail.AppendAsync(row.State == FeedRunState.Refused ? FeedEvents.Refused(caller, row) : FeedEvents.Received(caller, known ?? row), unit);
        if (known is not null) return known;
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        context.Add(row);
        await context.SaveChangesAsync();
        return row;
    }

    private async Task<(long Length, Error? Error)> SpoolAsync(Guid run, Stream content, CancellationToken cancellation)
    {
        var (length, buffer) = (0L, new byte[SpooledContent.ChunkBytes]);
        try
        {
            for (var number = 0; ; number++)
            {
                var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
                if (read == 0) return (length, null);
                length += read;
                var (place, closed) = (number, sealer.Seal(FeedPurposes.Chunk, SpooledContent.RecordOf(run, number), buffer.AsSpan(0, read)));
                await units.RunAsync(async unit => await FeedStatements.InsertChunk(unit).Bind(run, place, clock.GetUtcNow(), closed).ExecuteNonQueryAsync(), cancellation);
            }
        }
        catch (FileRefusedException refused)
        {
            return (length, refused.Error);
        }
    }

    private static string NameOf(FeedFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName).Where(letter => !char.IsControl(letter)));
        return name.Length > LongestName ? name[..LongestName] : name;
    }
}
