using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>Makes a change: value, history and audit entry in one transaction.</summary>
internal sealed class ModuleChanges(LocalSettings settings, ModuleValues values, IAuditTrail trail, IIdSource ids, TimeProvider clock)
{
    /// <summary>Makes it, if the value is still what it was when the change was thought of.</summary>
    /// <param name="change">What.</param>
    /// <param name="caller">Who makes it; of a proposal who confirmed it.</param>
    /// <param name="proposer">Who proposed it; null where one person is enough.</param>
    /// <param name="unit">The transaction.</param>
    public async ValueTask<Error?> MakeAsync(ModuleChange change, CallerContext caller, Guid? proposer, IUnitOfWork unit)
    {
        var authority = new LocalAuthorityCode(change.Authority);
        if (settings.Find(change.Name) is not { } found || !SettingForms.Read(found.Setting, change.After).Succeeded) return ModuleDeskErrors.Unknown;
        if (LocalSettings.ValueOf(found.Setting, await ModuleValues.InUnitAsync(authority, unit)) != change.Before) return ModuleDeskErrors.Moved;

        var context = unit.Lease<KernelContext>(DisclosureScope.None);
        var changed = await context.Set<ModuleValueRow>().Where(row => row.Authority == change.Authority && row.Name == change.Name && row.Value == change.Before)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, change.After));
        if (changed == 0 && await context.Set<ModuleValueRow>().AnyAsync(row => row.Authority == change.Authority && row.Name == change.Name)) return ModuleDeskErrors.Moved;
        if (changed == 0) context.Add(new ModuleValueRow { Authority = change.Authority, Name = change.Name, Value = change.After });
        var made = new ModuleChangeRow
        {
            Id = ids.NewId(),
            At = clock.GetUtcNow(),
            Authority = change.Authority,
            Name = change.Name,
            Before = change.Before,
            After = change.After,
            ChangedBy = proposer ?? caller.UserId,
            ConfirmedBy = proposer is null ? null : caller.UserId,
        };
        context.Add(made);
        await context.SaveChangesAsync(CancellationToken.None);
        await trail.AppendAsync(new AuditEvent
        {
            Type = AuditEvents.ModuleChanged,
            Actor = AuditActor.Of(caller),
            Outcome = AuditOutcome.Granted,
            Target = new AuditTarget("module-setting", made.Id, change.Before, change.After),
            Detail = new Dictionary<string, object?> { ["authority"] = change.Authority, ["name"] = change.Name, ["proposer"] = proposer },
        }, unit);
        unit.OnCommitted(() => values.Forget(authority));
        return null;
    }
}
