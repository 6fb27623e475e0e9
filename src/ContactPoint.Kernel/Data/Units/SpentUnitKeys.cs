using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>A unit's key answers a retry that follows within seconds.</summary>
internal sealed class SpentUnitKeys(TimeProvider clock) : IForgetful
{
    public async ValueTask ForgetAsync(IUnitOfWork unit) =>
        await unit.Prepare("DELETE FROM $kernel.unit_key WHERE at < @before", "before").With(clock.GetUtcNow() - TimeSpan.FromDays(1)).ExecuteNonQueryAsync(CancellationToken.None);
}
