using System.Diagnostics;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Synthetic;
using ContactPoint.Tool.Cli;
using ContactPoint.Tool.Generate;

namespace ContactPoint.Tool.Bench.Search.Gate;

/// <summary>A database of the bench's own, loaded with the country by the bulk path, with its index and one caller. Gone when the bench ends.</summary>
/// <remarks>Budgets are lifted here and nowhere else: the product's limits (SEA-7) would end the caller after an hour's sixty searches.</remarks>
internal sealed class GatePlace : IAsyncDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("contactpoint-bench-gate-");
    private ToolHost? host;

    public ToolHost Host => host ?? throw new InvalidOperationException("The database is not loaded.");

    public double LoadSeconds { get; private set; }

    public double IndexSeconds { get; private set; }

    public static async Task<GatePlace> LoadAsync(SyntheticCountry country, CancellationToken cancellation)
    {
        var place = new GatePlace();
        try
        {
            await place.FillAsync(country, cancellation);
            return place;
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    /// <summary>Acts as a caller who may search.</summary>
    public Task<T> AsSearcherAsync<T>(Func<CallerContext, Task<T>> act, CancellationToken cancellation) =>
        Host.ActAsync(async operatorOfBench => await act(await GateCaller.SignInAsync(Host, operatorOfBench, cancellation)), cancellation);

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task FillAsync(SyntheticCountry country, CancellationToken cancellation)
    {
        host = ToolHost.Open(new DataPlace(folder.FullName, null), mayCreateKeys: true, also: options =>
        {
            options.Budgets.SearchesAnHour = int.MaxValue;
            options.Budgets.SearchesADay = int.MaxValue;
        });
        await host.Get<Migrator>().MigrateAsync(cancellation);
        var clock = Stopwatch.StartNew();
        var loaded = await host.ActAsync(caller => new CountryLoad(host, caller, country).RunAsync(ToolProgress.None, cancellation), cancellation);
        if (!loaded.Succeeded) throw new InvalidOperationException($"{loaded.Error.Code}: {loaded.Error.Message}");
        LoadSeconds = Math.Round(clock.Elapsed.TotalSeconds, 1);
        clock.Restart();
        await host.Get<IChildIndex>().CatchUpAsync(cancellation);
        IndexSeconds = Math.Round(clock.Elapsed.TotalSeconds, 1);
    }
}
