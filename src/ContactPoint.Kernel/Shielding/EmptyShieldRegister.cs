using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Kernel.Shielding;

/// <summary>The register while no act can place a shield yet: nobody has one. The rules above it are final (ADR 0004).</summary>
internal sealed class EmptyShieldRegister : IShieldRegister
{
    public ValueTask<IReadOnlyList<ShieldState>> ReadAsync(IReadOnlyList<ChildId> children, IUnitOfWork unit) =>
        ValueTask.FromResult<IReadOnlyList<ShieldState>>([.. children.Select(_ => ShieldState.None)]);
}
