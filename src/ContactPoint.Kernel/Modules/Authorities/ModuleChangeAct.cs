using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>A change that widens: proposed by one super-user of the authority, confirmed by another of the same (USR-11, MOD-3).</summary>
internal sealed class ModuleChangeAct(ModuleChanges changes, TimeProvider clock) : ITwoPersonAct
{
    public const string Name = "module.change";

    public string Kind => Name;

    public TimeSpan Expiry => TimeSpan.FromDays(7);

    // Whose authority it is stands in the payload.
    public bool MayPropose(CallerContext caller) => caller.Holds(Role.SuperUser);

    public bool MayConfirm(CallerContext caller) => caller.Holds(Role.SuperUser);

    public bool MayPropose(CallerContext caller, string payload) => IsOfAuthority(caller, payload);

    public bool MayConfirm(CallerContext caller, string payload) => IsOfAuthority(caller, payload);

    public ValueTask ExecuteAsync(string payload, IUnitOfWork unit) => throw new NotSupportedException("Who agreed must be known.");

    public async ValueTask<Error?> ExecuteAsync(AgreedAct act, IUnitOfWork unit) =>
        ModuleChange.Read(act.Payload) is { } change ? await changes.MakeAsync(change, act.Confirmer, act.ProposedBy, unit) : ModuleDeskErrors.Unknown;

    private bool IsOfAuthority(CallerContext caller, string payload) =>
        ModuleChange.Read(payload) is { } change && LocalAuthorityCode.TryParse(change.Authority, out var authority) && SuperUsers.Of(caller, clock.GetUtcNow()).Contains(authority);
}
