using System.Collections.Concurrent;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>What authorities set, read through: a second old at most on every node, at once on the one that changed it.</summary>
internal sealed class ModuleValues(IUnitOfWorkFactory units, TimeProvider clock)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    // By authority: a few hundred at most.
    private readonly ConcurrentDictionary<LocalAuthorityCode, (long At, IReadOnlyDictionary<string, string> Values)> read = new();

    public async ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(LocalAuthorityCode authority, CancellationToken cancellation)
    {
        if (read.TryGetValue(authority, out var known) && clock.GetElapsedTime(known.At) < Age) return known.Values;
        var at = clock.GetTimestamp();
        var values = await units.ReadAsync(unit => InUnitAsync(authority, unit), cancellation);
        read[authority] = (at, values);
        return values;
    }

    /// <summary>As a transaction sees it.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, string>> InUnitAsync(LocalAuthorityCode authority, IUnitOfWork unit) =>
        await unit.Lease<KernelContext>(DisclosureScope.None).Set<ModuleValueRow>().AsNoTracking().Where(row => row.Authority == authority.Value)
            .ToDictionaryAsync(row => row.Name, row => row.Value, StringComparer.Ordinal);

    public void Forget(LocalAuthorityCode authority) => read.TryRemove(authority, out _);
}
