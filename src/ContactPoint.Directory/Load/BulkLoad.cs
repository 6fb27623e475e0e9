using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Load;

internal sealed class BulkLoad(ChildSealer sealer, SealedDocuments documents, ChangeSignal changes) : IBulkLoad
{
    private const string AnyRow = "SELECT (SELECT COUNT(*) FROM $directory.child) + (SELECT COUNT(*) FROM $directory.organisation)";

    public async ValueTask<bool> IsEmptyAsync(IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Convert.ToInt64(await unit.Prepare(AnyRow).ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) == 0;
    }

    public ValueTask<Result<bool>> BeginAsync(JobPass pass, IUnitOfWork unit) => ActAsync(pass, unit, () => Target(unit).BeginAsync(unit));

    public ValueTask<Result<bool>> FinishAsync(JobPass pass, IUnitOfWork unit) => ActAsync(pass, unit, async () =>
    {
        await Target(unit).FinishAsync(unit);
        unit.OnCommitted(changes.Raise);
    });

    public ValueTask<Result<bool>> WriteAsync(JobPass pass, IReadOnlyList<Organisation> organisations, IReadOnlyList<Practitioner> practitioners, IUnitOfWork unit) =>
        ActAsync(pass, unit, async () =>
        {
            await Target(unit).WriteAsync(LoadTable.Organisation, [.. organisations.Select(Row)], unit);
            await Target(unit).WriteAsync(LoadTable.Practitioner, [.. practitioners.Select(Row)], unit);
        });

    public SealedChildren Seal(JobPass pass, IReadOnlyList<ChildWrite> children)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(children);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(children.Count, IBulkLoad.MostAtOnce);
        return sealer.Seal(children);
    }

    public ValueTask<Result<bool>> WriteAsync(JobPass pass, SealedChildren children, IUnitOfWork unit) => ActAsync(pass, unit, async () =>
    {
        foreach (var table in LoadTable.OfChildren) await Target(unit).WriteAsync(table, children.Rows[table], unit);
    });

    private static async ValueTask<Result<bool>> ActAsync(JobPass pass, IUnitOfWork unit, Func<ValueTask> act)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(unit);
        if (pass.HasEnded) return PassErrors.Ended;
        if (pass.Job != JobName.SyntheticLoad) return GateErrors.NoSuchJob;
        await act();
        return true;
    }

    private static ILoadTarget Target(IUnitOfWork unit) => unit.Provider == DatabaseProvider.Sqlite ? SqliteLoad.Instance : SqlServerLoad.Instance;

    private static object?[] Row(Organisation one) =>
        [GuidBytes.ToBytes(one.Id), (int)one.Kind, one.Name, (int)one.Agency, one.Authority?.Value, one.Phone, one.Email, one.RegisterCode, one.ServiceCode];

    private object?[] Row(Practitioner one) =>
    [
        GuidBytes.ToBytes(one.Id), GuidBytes.ToBytes(one.OrganisationId), one.ServiceCode,
        documents.Seal(
            DirectoryPurposes.Practitioner, one.Id, new PractitionerContact(one.Name, one.JobTitle, one.Phone, one.Email, one.Availability), DocumentTypes.Default.PractitionerContact),
    ];
}
