using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Organisations;
using ContactPoint.Directory.Search;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Load;

internal sealed class BulkLoad(ChildSealer sealer, SealedDocuments documents, ChangeSignal changes, SearchSnapshots snapshots, IUnitOfWorkFactory units) : IBulkLoad
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
            await WriteAsync(LoadTable.Organisation, organisations.Select(Row), unit);
            await WriteAsync(LoadTable.Practitioner, practitioners.Select(Row), unit);
        });

    public SealedChildren Seal(JobPass pass, IEnumerable<ChildWrite> children)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(children);
        return sealer.Seal(children);
    }

    public ValueTask<Result<bool>> WriteAsync(JobPass pass, SealedChildren children, IUnitOfWork unit) => ActAsync(pass, unit, async () =>
    {
        foreach (var table in LoadTable.OfChildren) await Target(unit).WriteAsync(table, children.Rows[table], unit);
    });

    public LoadedIndex Index(JobPass pass, IEnumerable<ChildWrite> children)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(children);
        var builder = new IndexBuilder();
        foreach (var child in children)
        {
            // As IndexSource reads them: the active ones. Nobody is shielded before the directory is in use.
            if (child is { Identity: { } identity, State: null or RecordState.Active }) builder.Add(IndexRecords.Whole(child.Child.Value, identity, child.Whereabouts?.Value));
        }

        return new LoadedIndex(builder.Build());
    }

    public async ValueTask<Result<bool>> KeepAsync(JobPass pass, LoadedIndex index)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(index);
        if (Refusal(pass) is { } refused) return refused;
        await snapshots.WriteAsync(units, index.Segment, await units.ReadAsync(IndexSource.LastChangeAsync));
        return true;
    }

    private static async ValueTask<Result<bool>> ActAsync(JobPass pass, IUnitOfWork unit, Func<ValueTask> act)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(unit);
        if (Refusal(pass) is { } refused) return refused;
        await act();
        return true;
    }

    private static Error? Refusal(JobPass pass) => pass.HasEnded ? PassErrors.Ended : pass.Job != JobName.SyntheticLoad ? GateErrors.NoSuchJob : null;

    private static async ValueTask WriteAsync(LoadTable table, IEnumerable<object?[]> rows, IUnitOfWork unit)
    {
        using var packed = new PackedRows();
        foreach (var row in rows) packed.Add(row);
        await Target(unit).WriteAsync(table, packed, unit);
    }

    private static ILoadTarget Target(IUnitOfWork unit) => unit.Provider == DatabaseProvider.Sqlite ? SqliteLoad.Instance : SqlServerLoad.Instance;

    private static object?[] Row(Organisation one) =>
    [
        GuidBytes.ToBytes(one.Id), (int)one.Kind, one.Name, (int)one.Agency, one.Authority?.Value, one.Phone, one.Email, one.RegisterCode, one.ServiceCode,
        OrganisationRow.LinesOf(one.Address), one.Address?.Town, one.Address?.Postcode, (int)one.State, one.OpenedOn, one.ClosedOn, null, null,
    ];

    private object?[] Row(Practitioner one) =>
    [
        GuidBytes.ToBytes(one.Id), GuidBytes.ToBytes(one.OrganisationId), one.ServiceCode,
        documents.Seal(
            DirectoryPurposes.Practitioner, one.Id, new PractitionerContact(one.Name, one.JobTitle, one.Phone, one.Email, one.Availability), DocumentTypes.Default.PractitionerContact),
    ];
}
