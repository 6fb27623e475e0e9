using ContactPoint.Modules.Education.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Modules.Education.Contacts;

/// <summary>Keeps whom to reach at the caller's own school; of no other organisation, whatever is asked.</summary>
public sealed class KeepContactsHandler(
    ICallerSource callers, IModuleSwitch switches, IModulePermissions permissions, ISessionCheck sessions, IUnitOfWorkFactory units, ISealer sealer, IAuditTrail trail, IIdSource ids, TimeProvider clock)
{
    /// <summary>Recorded with what stood before and after.</summary>
    public static readonly AuditEventType Changed = new(10_000, "education.contact-changed");

    /// <summary>The functions, each with who holds it.</summary>
    /// <param name="cancellation">Cancels the read.</param>
    public async Task<Result<IReadOnlyList<ContactEntry>>> ReadAsync(CancellationToken cancellation = default)
    {
        var caller = await AdmitAsync(cancellation);
        if (!caller.Succeeded) return caller.Error;
        if (await switches.MayReadAsync("education", caller.Value, cancellation) is { } off) return off;
        var rows = await units.ReadAsync(async unit => await Of(caller.Value, unit).AsNoTracking().ToListAsync(cancellation), cancellation);
        return Enum.GetValues<SchoolFunction>().Select(function => Entry(function, rows.Find(row => row.Function == function))).ToList();
    }

    /// <summary>Writes one entry, or takes it away where all is blank.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    public async Task<Result<ContactOutcome>> SaveAsync(ContactForm form, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var caller = await AdmitAsync(cancellation);
        if (!caller.Succeeded) return caller.Error;
        if (!Enum.IsDefined(form.Function)) return EducationErrors.NotYours;
        if (form.Check() is { Count: > 0 } problems) return new ContactOutcome(new ContactEntry(form.Function, form.ExpectedVersion, null), false, problems);
        try
        {
            return await units.RunAsync(unit => SaveAsync(caller.Value, form, unit), cancellation);
        }
        catch (DbUpdateException)
        {
            // Two at once on a database with many writers: the other one's commit came between.
            var row = await units.ReadAsync(async unit => await Of(caller.Value, unit).AsNoTracking().SingleOrDefaultAsync(one => one.Function == form.Function, cancellation), cancellation);
            return new ContactOutcome(Entry(form.Function, row), true, []);
        }
    }

    private async ValueTask<Result<ContactOutcome>> SaveAsync(CallerContext caller, ContactForm form, IUnitOfWork unit)
    {
        if (!await sessions.IsLiveAsync(caller, unit)) return GateErrors.SessionEnded;
        if (await switches.MayWriteAsync("education", caller, unit) is { } closed) return closed;
        var context = unit.Lease<EducationContext>(DisclosureScope.None);
        var row = await context.Set<ContactRow>().SingleOrDefaultAsync(one => one.OrganisationId == caller.OrganisationId && one.Function == form.Function);
        var before = Entry(form.Function, row);
        if (before.Version != form.ExpectedVersion) return new ContactOutcome(before, true, []);
        if (row is null && form.IsBlank) return new ContactOutcome(before, false, []);
        row ??= context.Add(new ContactRow { ContactId = ids.NewId(), OrganisationId = caller.OrganisationId, Function = form.Function, ContactSealed = [] }).Entity;
        var after = form.IsBlank ? null : form.Contact;
        if (after is null)
        {
            context.Remove(row);
        }
        else
        {
            row.ContactSealed = SealedContacts.Seal(sealer, row.ContactId, after);
            row.Version++;
            row.ChangedAt = clock.GetUtcNow();
        }

        await context.SaveChangesAsync();
        await trail.AppendAsync(
            new AuditEvent
            {
                Type = Changed,
                Actor = AuditActor.Of(caller),
                Outcome = AuditOutcome.Granted,
                Target = new AuditTarget("education.contact", row.ContactId, before.Contact, after),
                Detail = new Dictionary<string, object?> { ["function"] = form.Function.ToString() },
            },
            unit);
        return new ContactOutcome(new ContactEntry(form.Function, after is null ? 0 : row.Version, after), false, []);
    }

    private async Task<Result<CallerContext>> AdmitAsync(CancellationToken cancellation)
    {
        var caller = await callers.CurrentAsync(cancellation);
        return caller.Succeeded && !permissions.Holds(caller.Value, EducationModule.KeepsContacts.Key) ? EducationErrors.NotYours : caller;
    }

    private static IQueryable<ContactRow> Of(CallerContext caller, IUnitOfWork unit) =>
        unit.Lease<EducationContext>(DisclosureScope.None).Set<ContactRow>().Where(row => row.OrganisationId == caller.OrganisationId);

    private ContactEntry Entry(SchoolFunction function, ContactRow? row) => new(function, row?.Version ?? 0, row is null ? null : SealedContacts.Open(sealer, row));
}
