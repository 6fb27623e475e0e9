using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Data.Installation;

internal sealed class UnfinishedLoad(IUnitOfWorkFactory units) : IUnfinishedLoad
{
    private const string Name = "synthetic-load";

    public async Task<bool> IsThereAsync(CancellationToken cancellation = default) => await units.ReadAsync(ReadAsync, cancellation) is not null;

    public async ValueTask<string?> ReadAsync(IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return await Facts(unit).Select(fact => fact.Value).SingleOrDefaultAsync();
    }

    public async ValueTask<Result<bool>> WriteAsync(JobPass pass, string? place, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(unit);
        if (pass.HasEnded) return PassErrors.Ended;
        if (pass.Job != JobName.SyntheticLoad) return GateErrors.NoSuchJob;
        if (place is null)
        {
            var unflushed = await unit.Lease<KernelContext>(DisclosureScope.None).Set<InstallationFact>().AnyAsync(fact => fact.Name == LoadMode.Name);
            if (unflushed) throw new InvalidOperationException("A load is not done before it is on the disk: end its mode first.");
            await Facts(unit).ExecuteDeleteAsync();
        }
        else if (await Facts(unit).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Value, place)) == 0)
        {
            var context = unit.Lease<KernelContext>(DisclosureScope.None);
            context.Add(new InstallationFact { Name = Name, Value = place });
            await context.SaveChangesAsync();
        }

        return true;
    }

    private static IQueryable<InstallationFact> Facts(IUnitOfWork unit) => unit.Lease<KernelContext>(DisclosureScope.None).Set<InstallationFact>().Where(fact => fact.Name == Name);
}
