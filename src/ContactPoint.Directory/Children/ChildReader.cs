using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Children;

internal sealed class ChildReader(SealedDocuments documents, ISealer sealer) : IChildReader
{
    private const int MostChildren = 500;

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
        return new ChildRecord
        {
            Child = new ChildId(row.ChildKey),
            Version = row.Version,
            State = row.State,
            Authority = LocalAuthorityCode.TryParse(row.Authority, out var authority) ? authority : null,
            Education = row.Education,
            Supplier = row.Supplier,
            Identity = documents.Open(DirectoryPurposes.Identity, row.ChildKey, row.IdentitySealed, DocumentTypes.Default.IdentityDocument),
            Whereabouts = documents.Open(byKey, PartKeys.Whereabouts, DocumentTypes.Default.SourcedWhereabouts),
            FormerAddresses = documents.Open(byKey, PartKeys.FormerAddresses, DocumentTypes.Default.FormerAddresses) ?? [],
            Carers = documents.Open(byKey, PartKeys.Carers, DocumentTypes.Default.Carers),
            LeadProfessional = documents.Open(byKey, PartKeys.LeadProfessional, DocumentTypes.Default.SourcedLeadProfessional),
            EarlyHelp = documents.Open(byKey, PartKeys.EarlyHelp, DocumentTypes.Default.SourcedEarlyHelpAssessment),
            Identifiers = [.. identifiers.Select(Identifier).OfType<KnownIdentifier>()],
            Involvements = [.. involvements.Select(Involvement)],
        };
    }

    private KnownIdentifier? Identifier(IdentifierRow row) =>
        documents.Open(DirectoryPurposes.Identifier, row.IdentifierId, row.ValueSealed, DocumentTypes.Default.SealedIdentifier) is { } open
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
