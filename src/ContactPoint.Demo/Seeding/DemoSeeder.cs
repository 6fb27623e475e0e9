using ContactPoint.Demo.Families;
using ContactPoint.Demo.People;
using ContactPoint.Demo.Registers;
using ContactPoint.Demo.Roll;
using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using Microsoft.Extensions.Options;

namespace ContactPoint.Demo.Seeding;

internal sealed class DemoSeeder(
    DemoGuard guard, ISyntheticMarker marker, ISystemCallers callers, SyntheticLoad load, DemoAccounts accounts, TokenStore tokens, DemoFolder folder,
    IOptions<DemoOptions> options, TimeProvider clock)
    : IDemoSeeder
{
    public const string RollFile = "st-lukes-roll.csv";
    public const string RegisterFile = "salford-establishments.csv";

    public async Task<Result<DemoSeeding>> SeedAsync(IProgress<DemoProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (guard.CheckHost() is { } refusal) return refusal;
        var isLoaded = await marker.IsSetAsync(cancellation);
        if (isLoaded && await tokens.IsCompleteAsync(cancellation)) return new DemoSeeding(0, 0);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var population = Population.Make(options.Value.Seed, options.Value.Children, today);
        var caller = await callers.OpenAsync("demo", Environment.UserName, cancellation);
        try
        {
            return await SeedAsync(caller, population, isLoaded, today, progress, cancellation);
        }
        finally
        {
            await callers.CloseAsync(caller, CancellationToken.None);
        }
    }

    private async Task<Result<DemoSeeding>> SeedAsync(
        CallerContext caller, Population population, bool isLoaded, DateOnly today, IProgress<DemoProgress>? progress, CancellationToken cancellation)
    {
        var made = 0;
        if (!isLoaded)
        {
            var loaded = await load.RunAsync(caller, population, progress, cancellation);
            if (!loaded.Succeeded) return loaded.Error;
            made = loaded.Value;
        }

        await folder.WriteAsync(RollFile, StLukesRoll.Write(population, today), cancellation);
        await folder.WriteAsync(RegisterFile, SalfordRegister.Write(population, today), cancellation);
        return new DemoSeeding(made, await accounts.OpenAsync(caller, population.Country, progress, cancellation));
    }
}
