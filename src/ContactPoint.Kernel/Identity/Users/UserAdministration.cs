using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity.Passwords;
using ContactPoint.Kernel.Identity.Revoking;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Identity.Users;

internal sealed class UserAdministration(
    AccountAct acts, AccountCreation creation, TokenEnrolment enrolment, PasswordCheck passwords, Revocations revocations,
    IUnitOfWorkFactory units, IIdSource ids, TimeProvider clock)
    : IUserAdministration
{
    private const string ById = "SELECT id FROM $kernel.account WHERE normalized_user_name = @name AND is_system = 0";

    public Task<Result<bool>> AccreditAsync(CallerContext by, Guid organisationId, string name, CancellationToken cancellation = default) =>
        SetAccreditationAsync(by, organisationId, name, accredited: true, cancellation);

    public Task<Result<bool>> WithdrawAccreditationAsync(CallerContext by, Guid organisationId, CancellationToken cancellation = default) =>
        SetAccreditationAsync(by, organisationId, null, accredited: false, cancellation);

    public async Task<Result<Guid>> CreateAsync(CallerContext by, NewUser user, string password, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        var refusal = PasswordRules.Check(password, user.UserName, user.DisplayName, user.OrganisationName) ?? Refuses(user.Evidence);
        var hash = refusal is null ? passwords.Hash(password) : null;
        var row = creation.RowOf(user, hash, ids.NewId());
        var target = new AuditTarget("user", row.Id, null, user);
        return await acts.RunAsync<Guid>(
            by, AuditEvents.UserCreated, target, async (context, _) => refusal ?? await creation.AddAsync(row, context), cancellation);
    }

    public Task<Guid?> FindAsync(CallerContext by, string userName, CancellationToken cancellation = default) =>
        units.ReadAsync(
            async unit => by.Holds(Role.SystemAccount)
                && await unit.Prepare(ById, "name").With(creation.Normalise(userName)).ExecuteScalarAsync(CancellationToken.None) is byte[] id
                    ? new Guid(id, bigEndian: true)
                    : (Guid?)null,
            cancellation);

    public Task<Result<bool>> GrantAsync(CallerContext by, Guid userId, IReadOnlyList<RoleScope> scopes, CancellationToken cancellation = default) =>
        ChangeAsync(by, userId, AuditEvents.ScopesGranted, scopes, async (user, context, unit) =>
        {
            if (SeparationOfDuties.Check(scopes, clock.GetUtcNow()) is { } refusal) return refusal;
            await context.Set<RoleGrant>().Where(grant => grant.UserId == user.Id).ExecuteDeleteAsync(CancellationToken.None);
            context.AddRange(scopes.Select(scope => new RoleGrant
            {
                Id = ids.NewId(),
                UserId = user.Id,
                Role = scope.Role,
                Agency = scope.Agency,
                Authority = scope.Authority?.Value,
                FunctionName = scope.Function,
                Purposes = RoleGrant.Bits(scope.Purposes),
                ExpiresAt = scope.ExpiresAt,
            }));
            await EndSessionsAsync(user.Id, unit);
            return true;
        }, cancellation);

    public Task<Result<bool>> RecordEvidenceAsync(CallerContext by, Guid userId, UserEvidence evidence, CancellationToken cancellation = default) =>
        ChangeAsync(by, userId, AuditEvents.EvidenceRecorded, evidence, (user, _, _) =>
        {
            if (Refuses(evidence) is { } refusal) return ValueTask.FromResult<Result<bool>>(refusal);
            AccountCreation.Apply(evidence, user);
            return ValueTask.FromResult<Result<bool>>(true);
        }, cancellation);

    public Task<Result<EnrolledToken>> EnrolTokenAsync(CallerContext by, Guid userId, CancellationToken cancellation = default)
    {
        var prepared = enrolment.Prepare(userId);
        return acts.RunAsync<EnrolledToken>(by, AuditEvents.TokenEnrolled, new AuditTarget("user", userId, null, prepared.Row.Id), async (context, unit) =>
        {
            if (await FindAsync(context, userId) is not { } user) return NoSuchUser;
            var enrolled = await enrolment.AddAsync(prepared, user, context);
            await EndSessionsAsync(userId, unit);
            await context.SaveChangesAsync(CancellationToken.None);
            return enrolled;
        }, cancellation);
    }

    public Task<Result<bool>> ResynchroniseTokenAsync(CallerContext by, Guid userId, string first, string second, CancellationToken cancellation = default) =>
        acts.RunAsync<bool>(
            by, AuditEvents.TokenEnrolled, new AuditTarget("user", userId, null, "resynchronised"),
            async (context, unit) => await enrolment.ResynchroniseAsync(userId, first, second, context, unit), cancellation);

    public Task<Result<bool>> SuspendAsync(CallerContext by, Guid userId, string reason, CancellationToken cancellation = default) =>
        SetStateAsync(by, userId, AccountState.Suspended, reason, cancellation);

    public Task<Result<bool>> ReinstateAsync(CallerContext by, Guid userId, string reason, CancellationToken cancellation = default) =>
        SetStateAsync(by, userId, AccountState.Active, reason, cancellation);

    public Task<Result<bool>> CloseAsync(CallerContext by, Guid userId, string reason, CancellationToken cancellation = default) =>
        SetStateAsync(by, userId, AccountState.Closed, reason, cancellation);

    private Task<Result<bool>> SetStateAsync(CallerContext by, Guid userId, AccountState state, string reason, CancellationToken cancellation) =>
        ChangeAsync(by, userId, AuditEvents.UserStateChanged, new { State = state.ToString(), Reason = reason }, async (user, _, unit) =>
        {
            if (user.State == AccountState.Closed && state != AccountState.Closed) return AccountClosed;
            user.State = state;
            if (state != AccountState.Active) await revocations.RevokeAsync(new RevocationNotice(RevocationKind.User, user.Id), unit);
            return true;
        }, cancellation);

    private Task<Result<bool>> SetAccreditationAsync(CallerContext by, Guid organisationId, string? name, bool accredited, CancellationToken cancellation)
    {
        var target = new AuditTarget("organisation", organisationId, null, new { Name = name, Accredited = accredited });
        return acts.RunAsync<bool>(by, AuditEvents.AccreditationChanged, target, async (context, unit) =>
        {
            var row = await context.Set<Accreditation>().SingleOrDefaultAsync(found => found.OrganisationId == organisationId, CancellationToken.None);
            if (row is null && name is null) return NoSuchOrganisation;
            if (row is null) context.Add(row = new Accreditation { OrganisationId = organisationId, Name = name!, Accredited = accredited, ChangedAt = clock.GetUtcNow() });
            (row.Name, row.Accredited, row.ChangedAt) = (name ?? row.Name, accredited, clock.GetUtcNow());
            if (!accredited) await revocations.RevokeAsync(new RevocationNotice(RevocationKind.Organisation, organisationId), unit);
            await context.SaveChangesAsync(CancellationToken.None);
            return true;
        }, cancellation);
    }

    private Task<Result<bool>> ChangeAsync(
        CallerContext by, Guid userId, AuditEventType type, object change, Func<KernelUser, KernelContext, IUnitOfWork, ValueTask<Result<bool>>> act, CancellationToken cancellation) =>
        acts.RunAsync<bool>(by, type, new AuditTarget("user", userId, null, change), async (context, unit) =>
        {
            if (await FindAsync(context, userId) is not { } user) return NoSuchUser;
            var outcome = await act(user, context, unit);
            if (outcome.Succeeded) await context.SaveChangesAsync(CancellationToken.None);
            return outcome;
        }, cancellation);

    private Error? Refuses(UserEvidence? evidence) => evidence is null ? null : DbsCheck.Refuses(evidence, clock.GetUtcNow());

    private static Task<KernelUser?> FindAsync(KernelContext context, Guid userId) =>
        context.Set<KernelUser>().SingleOrDefaultAsync(user => user.Id == userId && !user.IsSystem, CancellationToken.None);

    // A changed right or token ends what was opened with the old one (I-32).
    private async ValueTask EndSessionsAsync(Guid userId, IUnitOfWork unit)
    {
        if ((await Revocations.OpenSessionsAsync(userId, unit)).Count > 0) await revocations.RevokeAsync(new RevocationNotice(RevocationKind.User, userId), unit);
    }

    private static readonly Error NoSuchUser = new("user.not-found", "There is no such user. Check the user name.");

    private static readonly Error NoSuchOrganisation = new("organisation.not-found", "There is no such organisation.");

    private static readonly Error AccountClosed = new("user.closed", "The account is closed. Create a new one.");
}
