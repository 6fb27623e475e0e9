using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Modules.Authorities;

internal sealed class ModuleDesk(
    LocalSettings settings, ModuleChanges changes, ITwoPersonActs acts, IUnitOfWorkFactory units, ISessionCheck sessions, IAuditTrail trail, TimeProvider clock) : IModuleDesk
{
    private const int MostChanges = 50;

    public async Task<Result<ModuleDeskView>> ReadAsync(CallerContext caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var read = await units.RunAsync(unit => ReadAsync(caller, unit), cancellation);
        if (!read.Succeeded) return read.Error;
        var open = await acts.OpenAsync(caller, ModuleChangeAct.Name, cancellation);
        return open.Succeeded ? read.Value with { Proposals = [.. open.Value.Select(Of).OfType<ModuleProposal>()] } : open.Error;
    }

    public async Task<Result<ModuleChangeOutcome>> ChangeAsync(CallerContext caller, string name, string before, string after, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (AuthorityOf(caller) is not { } authority) return await RefuseAsync(caller, name, ModuleDeskErrors.NotSuperUser, cancellation);
        if (settings.Find(name) is not { } found) return await RefuseAsync(caller, name, ModuleDeskErrors.Unknown, cancellation);
        var read = SettingForms.Read(found.Setting, after);
        if (!read.Succeeded) return read.Error;
        if (!SettingForms.Read(found.Setting, before).Succeeded) return ModuleDeskErrors.Moved;
        if (read.Value == before) return ModuleDeskErrors.Unchanged;
        var change = new ModuleChange(authority.Value, name, before, read.Value);
        if (!SettingForms.Widens(found.Setting, before, read.Value)) return await units.RunAsync(unit => MakeAsync(caller, change, unit), cancellation);
        var proposed = await acts.ProposeAsync(caller, ModuleChangeAct.Name, change.Written(), cancellation);
        return proposed.Succeeded ? ModuleChangeOutcome.Proposed : proposed.Error;
    }

    public async Task<Result<ModuleChangeOutcome>> UndoAsync(CallerContext caller, Guid change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (AuthorityOf(caller) is not { } authority) return await RefuseAsync(caller, "undo", ModuleDeskErrors.NotSuperUser, cancellation);
        var made = await units.ReadAsync(
            async unit => await Changes(unit, authority).SingleOrDefaultAsync(row => row.Id == change), cancellation);
        return made is null ? ModuleDeskErrors.Unknown : await ChangeAsync(caller, made.Name, made.After, made.Before, cancellation);
    }

    public Task<Result<bool>> ConfirmAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default) => acts.ConfirmAsync(caller, proposal, cancellation);

    public Task<Result<bool>> RefuseAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default) => acts.RefuseAsync(caller, proposal, cancellation);

    private async ValueTask<Result<ModuleDeskView>> ReadAsync(CallerContext caller, IUnitOfWork unit)
    {
        var authority = await sessions.IsLiveAsync(caller, unit) ? AuthorityOf(caller) : null;
        await trail.AppendAsync(
            new AuditEvent { Type = AuditEvents.ModuleDeskRead, Actor = AuditActor.Of(caller), Outcome = authority is null ? AuditOutcome.Refused : AuditOutcome.Granted }, unit);
        if (authority is not { } local) return ModuleDeskErrors.NotSuperUser;
        var held = await ModuleValues.InUnitAsync(local, unit);
        var made = await Changes(unit, local).OrderByDescending(row => row.At).Take(MostChanges).ToListAsync();
        var people = made.SelectMany(row => new[] { row.ChangedBy, row.ConfirmedBy ?? row.ChangedBy }).Distinct().ToList();
        var names = await unit.Lease<KernelContext>(DisclosureScope.None).Set<KernelUser>().AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName);
        return new ModuleDeskView(local, [.. settings.Modules.Select(module => Of(module, held))], [], [.. made.Select(row => Of(row, held, names)).OfType<ModuleChangeMade>()]);
    }

    private async ValueTask<Result<ModuleChangeOutcome>> MakeAsync(CallerContext caller, ModuleChange change, IUnitOfWork unit)
    {
        var refusal = await sessions.IsLiveAsync(caller, unit) ? await changes.MakeAsync(change, caller, null, unit) : GateErrors.SessionEnded;
        if (refusal is null) return ModuleChangeOutcome.Done;
        await trail.AppendAsync(Refused(caller, change.Name, refusal), unit);
        return refusal;
    }

    private ModuleDeskEntry Of(LoadedModule module, IReadOnlyDictionary<string, string> held) => new(
        module.Manifest.Key, module.Manifest.Name, Local(settings.Find(module.Manifest.Key)!.Value.Setting, held), [.. module.Settings.Select(setting => Local(setting, held))]);

    private static LocalSetting Local(ModuleSetting setting, IReadOnlyDictionary<string, string> held) => new(setting, LocalSettings.ValueOf(setting, held));

    // What was proposed for a module that is gone, or for a setting that it no longer has, cannot be shown or confirmed; it expires.
    private ModuleProposal? Of(OpenProposal open) =>
        ModuleChange.Read(open.Payload) is { } change && settings.Find(change.Name) is { } found
            ? new ModuleProposal(open.Id, found.Module.Manifest.Name, new LocalSetting(found.Setting, change.After), change.Before, open.IsCallers, open.ExpiresAt)
            : null;

    private ModuleChangeMade? Of(ModuleChangeRow row, IReadOnlyDictionary<string, string> held, Dictionary<Guid, string> names) => settings.Find(row.Name) is { } found
        ? new ModuleChangeMade(
            row.Id, row.At, found.Module.Manifest.Name, new LocalSetting(found.Setting, row.After), row.Before, names.GetValueOrDefault(row.ChangedBy, ""),
            row.ConfirmedBy is { } second ? names.GetValueOrDefault(second, "") : null,
            LocalSettings.ValueOf(found.Setting, held) == row.After && SettingForms.Read(found.Setting, row.Before).Succeeded)
        : null;

    // One authority at a time: the caller's own where they hold more.
    private LocalAuthorityCode? AuthorityOf(CallerContext caller)
    {
        var held = SuperUsers.Of(caller, clock.GetUtcNow()).ToList();
        return held.Count == 0 ? null : caller.Authority is { } own && held.Contains(own) ? own : held[0];
    }

    private Task<Error> RefuseAsync(CallerContext caller, string name, Error error, CancellationToken cancellation) => units.RunAsync(async unit =>
    {
        await trail.AppendAsync(Refused(caller, name, error), unit);
        return error;
    }, cancellation);

    private static AuditEvent Refused(CallerContext caller, string name, Error error) => new()
    {
        Type = AuditEvents.ModuleChanged,
        Actor = AuditActor.Of(caller),
        Outcome = AuditOutcome.Refused,
        Detail = new Dictionary<string, object?> { ["name"] = name, ["refusal"] = error.Code },
    };

    private static IQueryable<ModuleChangeRow> Changes(IUnitOfWork unit, LocalAuthorityCode authority) =>
        unit.Lease<KernelContext>(DisclosureScope.None).Set<ModuleChangeRow>().AsNoTracking().Where(row => row.Authority == authority.Value);
}
