using System.Text.Json.Serialization.Metadata;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Children;

internal sealed class ChildReader(SealedDocuments documents, ISealer sealer) : IChildReader
{
    private const int MostChildren = 500;
    private const string Identifiers = "identifiers";

    public async ValueTask<IReadOnlyList<ChildRecord?>> ReadAsync(JobPass pass, IReadOnlyList<ChildId> children, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(children);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(children.Count, MostChildren);
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var context = unit.Lease<DirectoryContext>(DisclosureScope.For(pass));
        var keys = children.Select(child => child.Value).Distinct().ToArray();
        var rows = await context.Set<ChildRow>().AsNoTracking().Where(row => keys.Contains(row.ChildKey)).ToDictionaryAsync(row => row.ChildKey);
        var parts = (await context.Set<ChildPartRow>().AsNoTracking().Where(row => keys.Contains(row.ChildKey) && row.SupersededAt == null).ToListAsync())
            .ToLookup(row => row.ChildKey);
        var identifiers = (await context.Set<IdentifierRow>().AsNoTracking().Where(row => keys.Contains(row.ChildKey)).OrderByDescending(row => row.RecordedAt).ToListAsync())
            .ToLookup(row => row.ChildKey);
        var involvements = (await context.Set<InvolvementRow>().AsNoTracking().Where(row => keys.Contains(row.ChildKey)).OrderBy(row => row.StartDate).ToListAsync())
            .ToLookup(row => row.ChildKey);
        return [.. children.Select(child => rows.TryGetValue(child.Value, out var row)
            ? Record(row, parts[row.ChildKey], identifiers[row.ChildKey], involvements[row.ChildKey])
            : null)];
    }

    public async ValueTask<IReadOnlyList<ChildId>> FindByIdentifierAsync(JobPass pass, string scheme, string value, Guid? issuer, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(unit);
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        if (IdentifierSchemes.Normalise(scheme, value) is not { } normalised) return [];
        var blind = sealer.BlindIndex(DirectoryPurposes.Blind(scheme), DirectoryPurposes.BlindValue(normalised, issuer));
        var context = unit.Lease<DirectoryContext>(DisclosureScope.For(pass));
        var found = await context.Set<IdentifierRow>().Where(row => row.Blind == blind && row.Scheme == scheme).Select(row => row.ChildKey).Distinct().ToListAsync();
        return [.. found.Select(key => new ChildId(key))];
    }

    private ChildRecord Record(ChildRow row, IEnumerable<ChildPartRow> parts, IEnumerable<IdentifierRow> identifiers, IEnumerable<InvolvementRow> involvements)
    {
        var byKey = parts.ToDictionary(part => part.Part, StringComparer.Ordinal);
        var unreadable = new HashSet<string>(StringComparer.Ordinal);
        return new ChildRecord
        {
            Child = new ChildId(row.ChildKey),
            Version = row.Version,
            State = row.State,
            Authority = LocalAuthorityCode.TryParse(row.Authority, out var authority) ? authority : null,
            Education = row.Education,
            Supplier = row.Supplier,
            Unreadable = unreadable,
            Identity = Open(PartKeys.Identity, DirectoryPurposes.Identity, row.ChildKey, row.IdentitySealed, DocumentTypes.Default.IdentityDocument, unreadable),
            Whereabouts = Open(byKey, PartKeys.Whereabouts, DocumentTypes.Default.SourcedWhereabouts, unreadable),
            FormerAddresses = Open(byKey, PartKeys.FormerAddresses, DocumentTypes.Default.FormerAddresses, unreadable) ?? [],
            Carers = Open(byKey, PartKeys.Carers, DocumentTypes.Default.Carers, unreadable),
            LeadProfessional = Open(byKey, PartKeys.LeadProfessional, DocumentTypes.Default.SourcedLeadProfessional, unreadable),
            EarlyHelp = Open(byKey, PartKeys.EarlyHelp, DocumentTypes.Default.SourcedEarlyHelpAssessment, unreadable),
            Identifiers = [.. identifiers.Select(identifier => Identifier(identifier, unreadable)).OfType<KnownIdentifier>()],
            Involvements = [.. involvements.Select(Involvement)],
        };
    }

    private T? Open<T>(Dictionary<string, ChildPartRow> parts, string part, JsonTypeInfo<T> type, HashSet<string> unreadable)
        where T : class =>
        parts.TryGetValue(part, out var row) ? Open(part, DirectoryPurposes.Part(part), row.PartId, row.DocumentSealed, type, unreadable) : null;

    private T? Open<T>(string part, SealPurpose purpose, Guid record, byte[] closed, JsonTypeInfo<T> type, HashSet<string> unreadable)
        where T : class
    {
        if (!documents.TryOpen(purpose, record, closed, type, out var document)) unreadable.Add(part);
        return document;
    }

    private KnownIdentifier? Identifier(IdentifierRow row, HashSet<string> unreadable) =>
        Open(Identifiers, DirectoryPurposes.Identifier, row.IdentifierId, row.ValueSealed, DocumentTypes.Default.SealedIdentifier, unreadable) is { } open
            ? new(row.Scheme, row.Issuer, open.Value, row.SupersededAt is null, open.From)
            : null;

    private static KnownInvolvement Involvement(InvolvementRow row) => new()
    {
        Id = row.InvolvementId,
        ServiceCode = row.Service,
        Organisation = row.OrganisationId,
        Practitioner = row.PractitionerId,
        Start = row.StartDate,
        End = row.EndDate,
        IsConfirmed = row.ConfirmedAt is not null,
        From = row.From,
    };
}
