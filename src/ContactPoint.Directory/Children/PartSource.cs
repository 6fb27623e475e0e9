using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Children;

/// <summary>Reads the parts that the core directory owns. The pass's scope filters every row. A document that does not open is a fault of its part: the reader of the record shows the part as missing and records it.</summary>
internal sealed class PartSource(SealedDocuments documents, ContactCards contacts, ServiceParts services, ServiceCatalogue catalogue, TimeProvider clock) : IPartSource
{
    private readonly ConditionalWeakTable<IUnitOfWork, Kept> opened = [];

    public IReadOnlyCollection<PartKey> Parts { get; } = PartKey.Core;

    public async ValueTask<PartReading> ReadAsync(RecordPass pass, PartKey part, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(unit);
        if (pass.HasEnded || !pass.Granted.Contains(part)) return new PartReading(0, new Undisclosed<object?>(null));
        var (context, reading) = await OpenAsync(pass, unit);
        return reading is null
            ? new PartReading(0, new Undisclosed<object?>(null))
            : new PartReading(reading.Child.Version, new Undisclosed<object?>(await ReadAsync(reading, part, context)));
    }

    // All parts of an opening are read in one snapshot: what they share is read once in it, under the one pass.
    private async ValueTask<Opened> OpenAsync(RecordPass pass, IUnitOfWork unit)
    {
        if (opened.TryGetValue(unit, out var known) && ReferenceEquals(known.Pass, pass)) return known.Opened;
        var context = unit.Lease<DirectoryContext>(DisclosureScope.For(pass));
        var fresh = new Opened(context, await Reading.StartAsync(pass, context, UkDay.Today(clock), catalogue));
        opened.AddOrUpdate(unit, new Kept(pass, fresh));
        return fresh;
    }

    private async ValueTask<object?> ReadAsync(Reading reading, PartKey part, DirectoryContext context)
    {
        if (part == PartKey.Identity) return Identity(reading);
        if (part == PartKey.OtherNames) return OtherNames(reading);
        if (part == PartKey.ResponsibleAuthority) return Authority(reading);
        if (part == PartKey.School) return await services.SchoolAsync(reading, context);
        if (part == PartKey.GeneralPractice) return await services.GeneralPracticeAsync(reading, context);
        if (part == PartKey.Involvements) return await services.InvolvementsAsync(reading, context);
        if (part == PartKey.Whereabouts)
            return await OpenAsync(reading, PartKeys.Whereabouts, context, DocumentTypes.Default.SourcedWhereabouts) is { } found ? new WhereaboutsPart(found.Value, reading.OriginOf(found.From)) : null;
        if (part == PartKey.FormerAddresses)
            return await OpenAsync(reading, PartKeys.FormerAddresses, context, DocumentTypes.Default.FormerAddresses) is { Count: > 0 } former ? new FormerAddressesPart([.. former.Select(address => address.Value)]) : null;
        if (part == PartKey.Carers)
            return await OpenAsync(reading, PartKeys.Carers, context, DocumentTypes.Default.Carers) is { Value.Count: > 0 } carers ? new CarersPart(carers.Value, reading.OriginOf(carers.From)) : null;
        if (part == PartKey.LeadProfessional) return await LeadProfessionalAsync(reading, context);
        if (part == PartKey.EarlyHelp) return await EarlyHelpAsync(reading, context);
        if (part == PartKey.UniquePupilNumber) return await IdentifierAsync(reading, IdentifierSchemes.Upn, context);
        return part == PartKey.NhsNumber ? await IdentifierAsync(reading, IdentifierSchemes.Nhs, context) : null;
    }

    private IdentityPart? Identity(Reading reading) => OpenIdentity(reading) is { } identity
        ? new IdentityPart
        {
            Name = identity.Name.Value,
            Gender = identity.Gender.Value,
            DateOfBirth = identity.DateOfBirth.Value,
            DateOfDeath = identity.DateOfDeath?.Value,
            DirectoryNumber = DirectoryNumber.TryParse(identity.DirectoryNumber, out var number) ? number.ToString() : string.Empty,
            Origin = reading.OriginOf(identity.Name.From),
        }
        : null;

    private OtherNamesPart? OtherNames(Reading reading) => OpenIdentity(reading) is { OtherNames: { Count: > 0 } others } ? new OtherNamesPart([.. others.Select(other => other.Value)]) : null;

    private IdentityDocument? OpenIdentity(Reading reading) =>
        documents.Read(DirectoryPurposes.Identity, reading.Child.ChildKey, reading.Child.IdentitySealed, DocumentTypes.Default.IdentityDocument);

    private static AuthorityPart? Authority(Reading reading) =>
        LocalAuthorityCode.TryParse(reading.Child.Authority, out var code) ? new AuthorityPart(code, Organisations.LocalAuthorities.NameOf(code)) : null;

    private async ValueTask<LeadProfessionalPart?> LeadProfessionalAsync(Reading reading, DirectoryContext context) =>
        await OpenAsync(reading, PartKeys.LeadProfessional, context, DocumentTypes.Default.SourcedLeadProfessional) is { } lead
            && await contacts.OfAsync(lead.Value.Practitioner, context) is { } contact
            ? new LeadProfessionalPart(contact, lead.Value.Since)
            : null;

    private async ValueTask<EarlyHelpPart?> EarlyHelpAsync(Reading reading, DirectoryContext context) =>
        await OpenAsync(reading, PartKeys.EarlyHelp, context, DocumentTypes.Default.SourcedEarlyHelpAssessment) is { Value: var help }
            && await contacts.OfAsync(help.Holder, context) is { } contact
            ? new EarlyHelpPart(help.Status, contact, help.Started, help.Agreed, help.Completed)
            : null;

    private async ValueTask<IdentifierPart?> IdentifierAsync(Reading reading, string scheme, DirectoryContext context)
    {
        var key = reading.Child.ChildKey;
        var rows = await context.Set<IdentifierRow>().AsNoTracking().Where(row => row.ChildKey == key && row.Scheme == scheme).OrderByDescending(row => row.RecordedAt).ToListAsync();
        var values = rows.Select(row => (
            IsCurrent: row.SupersededAt is null,
            documents.Read(DirectoryPurposes.Identifier, row.IdentifierId, row.ValueSealed, DocumentTypes.Default.SealedIdentifier)?.Value)).Where(pair => pair.Value is not null).ToList();
        return values.Find(pair => pair.IsCurrent).Value is { } current
            ? new IdentifierPart(scheme, IdentifierSchemes.Format(scheme, current), [.. values.Where(pair => !pair.IsCurrent).Select(pair => IdentifierSchemes.Format(scheme, pair.Value!))])
            : null;
    }

    private async ValueTask<T?> OpenAsync<T>(Reading reading, string part, DirectoryContext context, JsonTypeInfo<T> type)
        where T : class
    {
        var key = reading.Child.ChildKey;
        var row = await context.Set<ChildPartRow>().AsNoTracking().SingleOrDefaultAsync(found => found.ChildKey == key && found.Part == part && found.SupersededAt == null);
        return row is null ? null : documents.Read(DirectoryPurposes.Part(part), row.PartId, row.DocumentSealed, type);
    }

    private sealed record Opened(DirectoryContext Context, Reading? Reading);

    private sealed record Kept(RecordPass Pass, Opened Opened);
}
