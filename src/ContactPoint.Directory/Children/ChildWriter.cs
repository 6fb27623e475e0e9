using System.Text.Json.Serialization.Metadata;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Children;

internal sealed class ChildWriter(SealedDocuments documents, ISealer sealer, IAuditTrail trail, IIdSource ids, TimeProvider clock, ChangeSignal changes, ServiceCatalogue catalogue) : IChildWriter
{
    public async ValueTask<Result<long>> WriteAsync(JobPass pass, ChildWrite write, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(unit);
        if (pass.HasEnded) return PassErrors.Ended;
        if (WriteRights.Beyond(pass.Job, write) is var beyond and not Touched.Nothing)
        {
            await trail.AppendAsync(NotAllowed(pass, write, beyond), unit);
            return ChildErrors.NotAllowed;
        }

        var at = clock.GetUtcNow();
        if ((write.ExpectedVersion == 0 ? await CreateAsync(write, at, unit) : await ChangeAsync(write, at, unit)) is { } refusal) return refusal;
        await WritePartsAsync(write, at, unit);
        foreach (var identifier in write.Identifiers) await WriteAsync(write, identifier, at, unit);
        await WriteInvolvementsAsync(write, at, unit);
        await ChildStatements.InsertChange(unit).Bind(write.Child.Value, at).ExecuteNonQueryAsync();
        unit.OnCommitted(changes.Raise);
        return write.ExpectedVersion + 1;
    }

    private static AuditEvent NotAllowed(JobPass pass, ChildWrite write, Touched beyond) => new()
    {
        Type = write.ExpectedVersion == 0 ? AuditEvents.ChildCreated : AuditEvents.ChildChanged,
        Actor = AuditActor.Of(pass.Caller),
        Outcome = AuditOutcome.Refused,
        Child = write.Child,
        Reasons = [WriteRights.Reason],
        Detail = new Dictionary<string, object?> { ["job"] = pass.Job.Value, ["beyond"] = beyond.ToString() },
    };

    private async ValueTask<Error?> CreateAsync(ChildWrite write, DateTimeOffset at, IUnitOfWork unit)
    {
        var identity = write.Identity ?? throw new ArgumentException("A new record needs an identity.", nameof(write));
        var child = write.Child.Value;
        await using (var present = await ChildStatements.ReadChild(unit).Bind(child).ExecuteReaderAsync())
            if (await present.ReadAsync()) return ChildErrors.Moved;

        await ChildStatements.InsertChild(unit).Bind(
            child, write.State ?? RecordState.Active, write.Authority?.Value, identity.DateOfBirth.Value.Year, write.Education ?? EducationStatus.Unknown,
            write.Supplier.OrNoBytes(), Seal(child, identity), at).ExecuteNonQueryAsync();
        var number = new IdentifierWrite(IdentifierSchemes.DirectoryNumber, identity.DirectoryNumber, identity.Name.From);
        await WriteAsync(write, number, at, unit);
        return null;
    }

    private async ValueTask<Error?> ChangeAsync(ChildWrite write, DateTimeOffset at, IUnitOfWork unit)
    {
        var child = write.Child.Value;
        Current current;
        await using (var reader = await ChildStatements.ReadChild(unit).Bind(child).ExecuteReaderAsync())
        {
            if (!await reader.ReadAsync() || reader.GetInt64(0) != write.ExpectedVersion) return ChildErrors.Moved;
            current = new(
                reader.GetInt32(1), reader.OptionalText(2), reader.GetInt16(3), reader.GetInt32(4), reader.OptionalId(5), reader.GetFieldValue<byte[]>(6));
        }

        IdentityDocument? before = null;
        if (write.Identity is not null && !documents.TryOpen(DirectoryPurposes.Identity, child, current.Identity, DocumentTypes.Default.IdentityDocument, out before))
            return ChildErrors.Unreadable;

        var touched = await ChildStatements.UpdateChild(unit).Bind(
            write.State is { } state ? (int)state : current.State, write.Authority?.Value ?? current.Authority,
            write.Identity?.DateOfBirth.Value.Year ?? current.BirthYear, write.Education is { } education ? (int)education : current.Education,
            (write.Supplier ?? current.Supplier).OrNoBytes(), write.Identity is { } identity ? Seal(child, identity) : current.Identity, at,
            child, write.ExpectedVersion).ExecuteNonQueryAsync();
        if (touched != 1) return ChildErrors.Moved;
        if (before is not null) await KeepAsync(child, before, at, unit);
        return null;
    }

    // The identity before goes into the history as it was.
    private async ValueTask KeepAsync(Guid child, IdentityDocument before, DateTimeOffset at, IUnitOfWork unit)
    {
        var id = ids.NewId();
        var closed = documents.Seal(DirectoryPurposes.Part(PartKeys.Identity), id, before, DocumentTypes.Default.IdentityDocument);
        await ChildStatements.InsertPart(unit).Bind(child, id, PartKeys.Identity, at, at, closed).ExecuteNonQueryAsync();
    }

    private async ValueTask WritePartsAsync(ChildWrite write, DateTimeOffset at, IUnitOfWork unit)
    {
        await WritePartAsync(write, PartKeys.Whereabouts, write.Whereabouts, DocumentTypes.Default.SourcedWhereabouts, at, unit);
        await WritePartAsync(write, PartKeys.FormerAddresses, write.FormerAddresses, DocumentTypes.Default.FormerAddresses, at, unit);
        await WritePartAsync(write, PartKeys.Carers, write.Carers, DocumentTypes.Default.Carers, at, unit);
        await WritePartAsync(write, PartKeys.LeadProfessional, write.LeadProfessional, DocumentTypes.Default.SourcedLeadProfessional, at, unit);
        await WritePartAsync(write, PartKeys.EarlyHelp, write.EarlyHelp, DocumentTypes.Default.SourcedEarlyHelpAssessment, at, unit);
    }

    private async ValueTask WritePartAsync<T>(ChildWrite write, string part, T? document, JsonTypeInfo<T> type, DateTimeOffset at, IUnitOfWork unit)
        where T : class
    {
        if (document is null) return;
        var child = write.Child.Value;
        if (write.ExpectedVersion > 0) await ChildStatements.SupersedePart(unit).Bind(at, child, part).ExecuteNonQueryAsync();
        var id = ids.NewId();
        await ChildStatements.InsertPart(unit)
            .Bind(child, id, part, at, null, documents.Seal(DirectoryPurposes.Part(part), id, document, type)).ExecuteNonQueryAsync();
    }

    private async ValueTask WriteAsync(ChildWrite write, IdentifierWrite identifier, DateTimeOffset at, IUnitOfWork unit)
    {
        var value = IdentifierSchemes.Normalise(identifier.Scheme, identifier.Value)
            ?? throw new ArgumentException($"The identifier fails the check of {identifier.Scheme}.", nameof(identifier));
        var child = write.Child.Value;
        if (write.ExpectedVersion > 0)
        {
            await ChildStatements.SupersedeIdentifier(unit)
                .Bind(at, child, identifier.Scheme, identifier.Issuer.OrNoBytes(), identifier.Issuer is null ? 1 : 0).ExecuteNonQueryAsync();
        }

        var id = ids.NewId();
        var blind = sealer.BlindIndex(DirectoryPurposes.Blind(identifier.Scheme), DirectoryPurposes.BlindValue(value, identifier.Issuer));
        var closed = documents.Seal(DirectoryPurposes.Identifier, id, new SealedIdentifier(value, identifier.From), DocumentTypes.Default.SealedIdentifier);
        await ChildStatements.InsertIdentifier(unit)
            .Bind(child, id, identifier.Scheme, identifier.Issuer.OrNoBytes(), blind, closed, at).ExecuteNonQueryAsync();
    }

    private async ValueTask WriteInvolvementsAsync(ChildWrite write, DateTimeOffset at, IUnitOfWork unit)
    {
        var child = write.Child.Value;
        foreach (var start in write.Starts)
        {
            var service = catalogue.FindRecordable(start.ServiceCode) ?? throw new ArgumentException("The service is not in the catalogue, or needs a consent.", nameof(write));
            await ChildStatements.InsertInvolvement(unit).Bind(
                child, ids.NewId(), service.Code, start.Organisation, start.Practitioner.OrNoBytes(), start.Start, start.End, start.IsConfirmed ? at : null,
                start.From.Kind, start.From.Source, start.From.FeedRun.OrNoBytes(), start.From.AsAt, start.From.ReceivedAt).ExecuteNonQueryAsync();
        }

        foreach (var end in write.Ends)
        {
            await ChildStatements.EndInvolvement(unit).Bind(end.On, child, end.Id).ExecuteNonQueryAsync();
            if (end.IsWithdrawn) await ChildStatements.UnconfirmInvolvement(unit).Bind(child, end.Id).ExecuteNonQueryAsync();
        }

        foreach (var confirmed in write.Confirms) await ChildStatements.ConfirmInvolvement(unit).Bind(at, child, confirmed).ExecuteNonQueryAsync();
    }

    private byte[] Seal(Guid child, IdentityDocument identity) =>
        documents.Seal(DirectoryPurposes.Identity, child, identity, DocumentTypes.Default.IdentityDocument);

    private sealed record Current(int State, string? Authority, int BirthYear, int Education, Guid? Supplier, byte[] Identity);
}
