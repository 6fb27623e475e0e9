using ContactPoint.Modules.Sample.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Modules.Sample.Visits;

/// <summary>Counts a visit in the module's own table.</summary>
public sealed class CountVisitHandler(IUnitOfWorkFactory units, IIdSource ids, TimeProvider clock)
{
    /// <summary>Counts this visit and says how many there were.</summary>
    public Task<int> RunAsync() => units.RunAsync(async unit =>
    {
        var context = unit.Lease<SampleContext>(DisclosureScope.None);
        context.Add(new Visit { Id = ids.NewId(), At = clock.GetUtcNow() });
        await context.SaveChangesAsync();
        return await context.Set<Visit>().CountAsync();
    });
}
