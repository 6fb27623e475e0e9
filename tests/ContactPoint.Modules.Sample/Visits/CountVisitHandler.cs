using ContactPoint.Modules.Sample.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Modules.Sample.Visits;

/// <summary>Counts a visit in the module's own table.</summary>
public sealed class CountVisitHandler(ICallerSource callers, IModuleSwitch switches, IModulePermissions permissions, IUnitOfWorkFactory units, IIdSource ids, TimeProvider clock)
{
    private static readonly Error NotPermitted = new("sample.not-permitted", "Your role does not count visits.");

    /// <summary>Counts this visit and says how many there were.</summary>
    public async Task<Result<int>> RunAsync()
    {
        var caller = await callers.CurrentAsync();
        if (!caller.Succeeded) return caller.Error;
        if (!permissions.Holds(caller.Value, SampleModule.Counts)) return NotPermitted;
        return await units.RunAsync(unit => CountAsync(caller.Value, unit));
    }

    private async ValueTask<Result<int>> CountAsync(CallerContext caller, IUnitOfWork unit)
    {
        if (await switches.MayWriteAsync("sample", caller, unit) is { } refusal) return refusal;
        var context = unit.Lease<SampleContext>(DisclosureScope.None);
        context.Add(new Visit { Id = ids.NewId(), At = clock.GetUtcNow() });
        await context.SaveChangesAsync();
        return await context.Set<Visit>().CountAsync();
    }
}
