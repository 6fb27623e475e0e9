using ContactPoint.Directory.Load;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Synthetic;
using ContactPoint.Synthetic.Services;
using ContactPoint.Tool.Cli;
using ContactPoint.Tool.Generate;

namespace ContactPoint.Tool.Bench;

/// <summary>EF Core's SaveChanges on the same children, and the writing of sealed rows alone by both ways.</summary>
/// <param name="EfWhole">Children generated, sealed and saved, one after the other.</param>
/// <param name="EfRows">Sealed rows saved.</param>
/// <param name="BulkRows">Sealed rows written by the bulk path.</param>
/// <param name="Seal">Children generated and sealed, on one core.</param>
internal sealed record LoadBaseline(RateFigure EfWhole, RateFigure EfRows, RateFigure BulkRows, RateFigure Seal)
{
    private const int InOneSave = 600;
    private const int MostRounds = 10;
    private const int BulkRounds = 6;
    private const int ChildrenARound = 2_000;

    public static async Task<LoadBaseline> MeasureAsync(string folder, int seed, int children, CancellationToken cancellation)
    {
        await using var host = ToolHost.Open(new DataPlace(folder, null), mayCreateKeys: true);
        await host.Get<Migrator>().MigrateAsync(cancellation);
        return await host.ActAsync(caller => MeasureAsync(host, caller, seed, Math.Clamp(children / ChildrenARound, 1, MostRounds), cancellation), cancellation);
    }

    private static async Task<LoadBaseline> MeasureAsync(ToolHost host, CallerContext caller, int seed, int rounds, CancellationToken cancellation)
    {
        var country = new SyntheticCountry(seed, (long)((4 + BulkRounds) * rounds) * InOneSave);
        var services = new SyntheticServices(country);
        var (load, units) = (host.Get<IBulkLoad>(), host.Get<IUnitOfWorkFactory>());
        var pass = (await host.Get<IRecordGate>().BeginJobAsync(caller, JobName.SyntheticLoad, cancellation)).Value;
        await units.RunAsync(
            async unit =>
            {
                await host.Get<ISyntheticMarker>().SetAsync(pass, unit);
                return await load.WriteAsync(
                    pass, [.. services.Organisations().Select(one => CountryOrganisations.Of(country, one))], [.. services.Practitioners().Select(one => CountryOrganisations.Of(country, one))], unit);
            },
            cancellation);
        var writes = new CountryWrites(country, services, host.Get<TimeProvider>().GetUtcNow());
        var next = 0;
        SealedChildren Next() => load.Seal(pass, Enumerable.Range(next++ * (InOneSave / SyntheticCountry.ChildrenOfNeighbourhood), InOneSave / SyntheticCountry.ChildrenOfNeighbourhood).SelectMany(number => writes.Of(number)));
        async Task<int> EfAsync(SealedChildren batch) => await units.RunAsync(unit => EfLoad.WriteAsync(batch, unit), cancellation);
        async Task<int> BulkAsync(SealedChildren batch)
        {
            await units.RunAsync(unit => load.WriteAsync(pass, batch, unit), cancellation);
            return batch.Rows.Values.Sum(rows => rows.Count);
        }

        // Both ways are warm before either is measured.
        for (var round = 0; round < 2 * rounds; round++) _ = round % 2 == 0 ? await EfAsync(Next()) : await BulkAsync(Next());
        var (seal, bulk, ef, whole) = (new RateMeter(), new RateMeter(), new RateMeter(), new RateMeter());
        for (var round = 0; round < BulkRounds * rounds; round++) await bulk.AddAsync(await seal.AddAsync(InOneSave, () => Task.FromResult(Next())), BulkAsync);
        for (var round = 0; round < rounds; round++) await ef.AddAsync(Next(), EfAsync);
        for (var round = 0; round < rounds; round++) await whole.AddAsync(InOneSave, async () => await EfAsync(Next()));
        return new LoadBaseline(whole.Figure, ef.Figure, bulk.Figure, seal.Figure);
    }
}
