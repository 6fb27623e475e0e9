using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Involvement.DeclareInvolvement;

/// <summary>Records the caller's own involvement: unconfirmed, so that it explains no access until somebody else confirms it (INV-1).</summary>
public sealed class DeclareInvolvementHandler
{
    private readonly IUnitOfWorkFactory units;
    private readonly ISessionCheck sessions;
    private readonly IAuditTrail trail;
    private readonly IIdSource ids;
    private readonly TimeProvider clock;
    private readonly ChangeSignal changes;
    private readonly ServiceCatalogue catalogue;

    internal DeclareInvolvementHandler(IUnitOfWorkFactory units, ISessionCheck sessions, IAuditTrail trail, IIdSource ids, TimeProvider clock, ChangeSignal changes, ServiceCatalogue catalogue)
    {
        this.units = units;
        this.sessions = sessions;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.changes = changes;
        this.catalogue = catalogue;
    }

    /// <summary>Records it. Said twice it is recorded once.</summary>
    /// <param name="command">The open record.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>What became of it; a refusal of <see cref="PassErrors"/>, <see cref="GateErrors"/> or <see cref="InvolvementErrors"/>.</returns>
    public Task<Result<DeclaredInvolvement>> HandleAsync(DeclareInvolvement command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return units.RunAsync(unit => DecideAsync(command.Pass, unit), cancellation);
    }

    private async ValueTask<Result<DeclaredInvolvement>> DecideAsync(RecordPass pass, IUnitOfWork unit)
    {
        var done = await WriteAsync(pass, unit);
        if (!done.Succeeded) await trail.AppendAsync(Refused(pass, done.Error), unit);
        return done;
    }

    private async ValueTask<Result<DeclaredInvolvement>> WriteAsync(RecordPass pass, IUnitOfWork unit)
    {
        if (pass.HasEnded) return PassErrors.Ended;
        if (!await sessions.IsLiveAsync(pass.Caller, unit)) return GateErrors.SessionEnded;
        if (!pass.Granted.Contains(PartKey.Involvements)) return PassErrors.NotGranted;
        var context = unit.Lease<DirectoryContext>(DisclosureScope.For(pass));
        var service = await ServiceOfAsync(pass.Caller, context);
        if (!service.Succeeded) return service.Error;
        if (await IsInvolvedAsync(pass, context)) return DeclaredInvolvement.AlreadyInvolved;

        var now = clock.GetUtcNow();
        var key = pass.Child.Value;
        var touched = await context.Set<ChildRow>().Where(row => row.ChildKey == key && row.Version == pass.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1).SetProperty(row => row.ChangedAt, now));
        if (touched != 1) return PassErrors.Moved;

        var row = Row(pass, service.Value, now);
        context.Add(row);
        context.Add(new ChildChangeRow { ChildKey = key, At = now });
        await context.SaveChangesAsync();
        await trail.AppendAsync(Entry(pass, row), unit);
        unit.OnCommitted(changes.Raise);
        return DeclaredInvolvement.Recorded;
    }

    private async ValueTask<Result<Service>> ServiceOfAsync(CallerContext caller, DirectoryContext context)
    {
        if (await context.Set<OrganisationRow>().AnyAsync(row => row.OrganisationId == caller.OrganisationId && row.State == OrganisationState.Closed)) return InvolvementErrors.Closed;
        var own = caller.PractitionerId is { } id
            ? await context.Set<PractitionerRow>().Where(row => row.PractitionerId == id && row.OrganisationId == caller.OrganisationId).Select(row => row.Service).SingleOrDefaultAsync()
            : null;
        var code = own ?? await context.Set<OrganisationRow>().Where(row => row.OrganisationId == caller.OrganisationId).Select(row => row.Service).SingleOrDefaultAsync();
        if (catalogue.Find(code) is not { } service) return InvolvementErrors.NoService;
        if (service.Tier == ServiceTier.Sensitive) return InvolvementErrors.ConsentFirst;
        return service == ServiceCatalogue.School || service == ServiceCatalogue.GeneralPractice ? InvolvementErrors.PlacementOnly : service;
    }

    private static Task<bool> IsInvolvedAsync(RecordPass pass, DirectoryContext context)
    {
        var (key, practitioner, organisation) = (pass.Child.Value, pass.Caller.PractitionerId, pass.Caller.OrganisationId);
        var current = context.Set<InvolvementRow>().Where(row => row.ChildKey == key && row.EndDate == null && !row.IsSensitive);
        return practitioner is null
            ? current.AnyAsync(row => row.PractitionerId == null && row.OrganisationId == organisation
                && row.Service != ServiceCatalogue.School.Code && row.Service != ServiceCatalogue.GeneralPractice.Code)
            : current.AnyAsync(row => row.PractitionerId == practitioner);
    }

    private InvolvementRow Row(RecordPass pass, Service service, DateTimeOffset now)
    {
        var today = UkDay.Of(now);
        return new InvolvementRow
        {
            ChildKey = pass.Child.Value,
            InvolvementId = ids.NewId(),
            Service = service.Code,
            OrganisationId = pass.Caller.OrganisationId,
            PractitionerId = pass.Caller.PractitionerId,
            StartDate = today,
            SourceKind = SourceKind.Practitioner,
            SourceId = pass.Caller.OrganisationId,
            AsAt = today,
            ReceivedAt = now,
        };
    }

    private static AuditEvent Refused(RecordPass pass, Error error) => new()
    {
        Type = AuditEvents.InvolvementStarted,
        Actor = AuditActor.Of(pass.Caller),
        Outcome = AuditOutcome.Refused,
        Child = pass.Child,
        Statement = pass.Statement,
        Reasons = [InvolvementReasons.Of(error)],
        PolicyVersion = pass.PolicyVersion,
        Detail = new Dictionary<string, object?> { ["opened"] = pass.AuditEntryId },
    };

    private static AuditEvent Entry(RecordPass pass, InvolvementRow row) => new()
    {
        Type = AuditEvents.InvolvementStarted,
        Actor = AuditActor.Of(pass.Caller),
        Outcome = AuditOutcome.Granted,
        Child = pass.Child,
        Statement = pass.Statement,
        PolicyVersion = pass.PolicyVersion,
        Target = new AuditTarget("involvement", row.InvolvementId, null,
            new { service = row.Service, organisation = row.OrganisationId, practitioner = row.PractitionerId, start = row.StartDate, confirmed = false }),
        Detail = new Dictionary<string, object?> { ["opened"] = pass.AuditEntryId },
    };
}
