using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>The register in which one child has a shield.</summary>
internal sealed class OneShield(ChildId child, ShieldLevel level) : IShieldRegister
{
    public ValueTask<IReadOnlyList<ShieldState>> ReadAsync(IReadOnlyList<ChildId> children, IUnitOfWork unit) =>
        ValueTask.FromResult<IReadOnlyList<ShieldState>>([.. children.Select(one => one == child ? new ShieldState(level, new HashSet<Guid>()) : ShieldState.None)]);
}
