using System.Text.Json.Serialization.Metadata;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Load;

/// <summary>Makes the rows of new records, as <see cref="ChildWriter"/> would. Held to it by a test that reads both.</summary>
internal sealed class ChildSealer(SealedDocuments documents, ISealer sealer, IIdSource ids, TimeProvider clock, ServiceCatalogue catalogue)
{
    private static readonly object One = 1L;
    private static readonly object No = 0;
    private static readonly object[] Small = [.. Enumerable.Range(0, 32).Select(number => (object)number)];

    public SealedChildren Seal(IEnumerable<ChildWrite> children)
    {
        var rows = LoadTable.OfChildren.ToDictionary(table => table, _ => new PackedRows());
        object at = UtcMicroseconds.ToStored(clock.GetUtcNow());
        var count = 0;
        foreach (var child in children)
        {
            if (++count > IBulkLoad.MostAtOnce) throw new ArgumentException($"More than {IBulkLoad.MostAtOnce} records at once.", nameof(children));
            Seal(child, at, rows);
        }

        return new SealedChildren(count, rows);
    }

    private void Seal(ChildWrite write, object at, Dictionary<LoadTable, PackedRows> rows)
    {
        if (write.ExpectedVersion != 0 || write.Ends.Count > 0 || write.Confirms.Count > 0) throw new ArgumentException("The bulk path writes new records only.", nameof(write));
        var identity = write.Identity ?? throw new ArgumentException("A new record needs an identity.", nameof(write));
        var child = GuidBytes.ToBytes(write.Child.Value);
        rows[LoadTable.Child].Add(
        [
            child, Small[(int)(write.State ?? RecordState.Active)], write.Authority?.Value, (object)identity.DateOfBirth.Value.Year, Small[(int)(write.Education ?? EducationStatus.Unknown)], One,
            write.Supplier is { } supplier ? GuidBytes.ToBytes(supplier) : null,
            documents.Seal(DirectoryPurposes.Identity, write.Child.Value, identity, DocumentTypes.Default.IdentityDocument), at, at,
        ]);
        var parts = rows[LoadTable.Part];
        Part(parts, child, PartKeys.Whereabouts, write.Whereabouts, DocumentTypes.Default.SourcedWhereabouts, at);
        Part(parts, child, PartKeys.FormerAddresses, write.FormerAddresses, DocumentTypes.Default.FormerAddresses, at);
        Part(parts, child, PartKeys.Carers, write.Carers, DocumentTypes.Default.Carers, at);
        Part(parts, child, PartKeys.LeadProfessional, write.LeadProfessional, DocumentTypes.Default.SourcedLeadProfessional, at);
        Part(parts, child, PartKeys.EarlyHelp, write.EarlyHelp, DocumentTypes.Default.SourcedEarlyHelpAssessment, at);
        Identifier(rows[LoadTable.Identifier], child, new IdentifierWrite(IdentifierSchemes.DirectoryNumber, identity.DirectoryNumber, identity.Name.From), at);
        foreach (var identifier in write.Identifiers) Identifier(rows[LoadTable.Identifier], child, identifier, at);
        foreach (var start in write.Starts) rows[LoadTable.Involvement].Add(Involvement(child, start, at));
        rows[LoadTable.Change].Add([child, at]);
    }

    private void Part<T>(PackedRows rows, byte[] child, string part, T? document, JsonTypeInfo<T> type, object at)
        where T : class
    {
        if (document is null) return;
        var id = ids.NewId();
        rows.Add([child, GuidBytes.ToBytes(id), part, at, null, documents.Seal(DirectoryPurposes.Part(part), id, document, type)]);
    }

    private void Identifier(PackedRows rows, byte[] child, IdentifierWrite identifier, object at)
    {
        var value = IdentifierSchemes.Normalise(identifier.Scheme, identifier.Value)
            ?? throw new ArgumentException($"The identifier fails the check of {identifier.Scheme}.", nameof(identifier));
        var id = ids.NewId();
        rows.Add(
        [
            child, GuidBytes.ToBytes(id), identifier.Scheme, identifier.Issuer is { } issuer ? GuidBytes.ToBytes(issuer) : null,
            sealer.BlindIndex(DirectoryPurposes.Blind(identifier.Scheme), DirectoryPurposes.BlindValue(value, identifier.Issuer)),
            documents.Seal(DirectoryPurposes.Identifier, id, new SealedIdentifier(value, identifier.From), DocumentTypes.Default.SealedIdentifier), at, null,
        ]);
    }

    private object?[] Involvement(byte[] child, InvolvementStart start, object at)
    {
        var service = catalogue.FindRecordable(start.ServiceCode) ?? throw new ArgumentException("The service is not in the catalogue, or needs a consent.", nameof(start));
        var from = start.From;
        return
        [
            child, GuidBytes.ToBytes(ids.NewId()), service.Code, GuidBytes.ToBytes(start.Organisation), start.Practitioner is { } practitioner ? GuidBytes.ToBytes(practitioner) : null,
            start.Start, start.End, start.IsConfirmed ? at : null, No, Small[(int)from.Kind], GuidBytes.ToBytes(from.Source),
            from.FeedRun is { } run ? GuidBytes.ToBytes(run) : null, from.AsAt, (object)UtcMicroseconds.ToStored(from.ReceivedAt),
        ];
    }
}
