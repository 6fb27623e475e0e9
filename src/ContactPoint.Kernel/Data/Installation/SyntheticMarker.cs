using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Data.Installation;

internal sealed class SyntheticMarker(IUnitOfWorkFactory units, TimeProvider clock) : ISyntheticMarker
{
    private const string Name = "synthetic";

    public Task<bool> IsSetAsync(CancellationToken cancellation = default) =>
        units.ReadAsync(async unit => await IsSetAsync(unit.Lease<KernelContext>(DisclosureScope.None)), cancellation);

    public async ValueTask<Result<bool>> SetAsync(JobPass pass, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(unit);
        if (pass.HasEnded) return PassErrors.Ended;
        if (pass.Job != JobName.SyntheticLoad) return GateErrors.NoSuchJob;
        var context = unit.Lease<KernelContext>(DisclosureScope.None);
        if (await IsSetAsync(context)) return true;
        if (await context.Set<KernelUser>().AnyAsync(user => !user.IsSystem, CancellationToken.None)
            || await context.Set<Accreditation>().AnyAsync(CancellationToken.None)) return InUse;
        context.Add(new InstallationFact { Name = Name, Value = clock.GetUtcNow().ToString("O") });
        await context.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    private static Task<bool> IsSetAsync(KernelContext context) =>
        context.Set<InstallationFact>().AnyAsync(fact => fact.Name == Name, CancellationToken.None);

    private static readonly Error InUse = new("synthetic.in-use", "This database is in use and cannot be marked as synthetic. Choose an empty data directory.");
}
