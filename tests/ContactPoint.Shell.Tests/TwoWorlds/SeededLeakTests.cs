using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Sdk.Shielding;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>
/// The comparison itself is tried: leaks put in on purpose must be found by the traces that CI runs. Leaks that cannot be put in from
/// outside were seeded by hand; docs/testing.md names them.
/// </summary>
[Collection(WorldsAlone.Name)]
public sealed class SeededLeakTests
{
    private const int Seed = 20261123;
    private const int Traces = 50;

    [Theory]
    [Trait("Invariant", "I-01")]
    [InlineData(nameof(Leak.ListCountsBeforeTheFilter))]
    [InlineData(nameof(Leak.OpenAnswersEarlyForNobody))]
    [InlineData(nameof(Leak.SearchDropsAPlaceForTheHidden))]
    public async Task ASeededLeakOfAConcealedChild_IsFound(string leak)
    {
        var country = new Country();
        await using var with = await World.StartAsync(country, country.Concealed(), ShieldLevel.Concealed, leak: Add);
        await using var without = await World.StartAsync(country, secret: null, ShieldLevel.None, like: with, leak: Add);

        (await FindAsync(with, without)).ShouldNotBeNull();

        void Add(IServiceCollection services)
        {
            var gate = services.Last(service => service.ServiceType == typeof(IRecordGate));
            services.AddSingleton<IRecordGate>(provider => new LeakyGate(
                (IRecordGate)ActivatorUtilities.CreateInstance(provider, gate.ImplementationType!), Enum.Parse<Leak>(leak),
                () => provider.GetRequiredService<IUnitOfWorkFactory>(), provider.GetRequiredService<IChildHandles>(), country.Secret));
        }
    }

    private static async Task<string?> FindAsync(World first, World second)
    {
        foreach (var trace in Trace.Of(Seed, Traces))
        {
            if (Transcript.Difference(await Sitting.RunAsync(first, trace), await Sitting.RunAsync(second, trace)) is { } found)
                return found;
        }

        return null;
    }

    private enum Leak
    {
        ListCountsBeforeTheFilter,
        OpenAnswersEarlyForNobody,
        SearchDropsAPlaceForTheHidden,
    }

    private sealed class LeakyGate(IRecordGate gate, Leak leak, Func<IUnitOfWorkFactory> units, IChildHandles handles, ChildId secret) : IRecordGate
    {
        public async Task<Result<SearchAnswer>> SearchAsync(CallerContext caller, SearchRequest request, CancellationToken cancellation = default)
        {
            var answer = await gate.SearchAsync(caller, request, cancellation);
            return leak == Leak.SearchDropsAPlaceForTheHidden && answer.Succeeded && answer.Value.Results.Count > 1 && await ExistsAsync()
                ? new SearchAnswer([.. answer.Value.Results.SkipLast(1)])
                : answer;
        }

        public async Task<Result<RecordPass>> OpenAsync(CallerContext caller, OpenRequest request, CancellationToken cancellation = default)
        {
            if (leak == Leak.OpenAnswersEarlyForNobody && handles.Resolve(caller, request.Handle) == secret && !await ExistsAsync())
                return GateErrors.NotAvailable;
            return await gate.OpenAsync(caller, request, cancellation);
        }

        public async Task<Result<RosterPage>> ListAsync(CallerContext caller, RosterRequest request, CancellationToken cancellation = default)
        {
            var answer = await gate.ListAsync(caller, request, cancellation);
            return leak == Leak.ListCountsBeforeTheFilter && answer.Succeeded && answer.Value.Lines.Count == RosterRequest.PageSize && await ExistsAsync()
                ? answer.Value with { HasMore = true }
                : answer;
        }

        public Task<IReadOnlyList<RosterKind>> RostersAsync(CallerContext caller, CancellationToken cancellation = default) => gate.RostersAsync(caller, cancellation);

        public Task<Result<JobPass>> BeginJobAsync(CallerContext caller, JobName job, CancellationToken cancellation = default) => gate.BeginJobAsync(caller, job, cancellation);

        // Read in one step whatever it finds, so that the leak alone is what the worlds differ in.
        private Task<bool> ExistsAsync() => units().ReadAsync(async unit =>
        {
            var command = unit.Prepare("SELECT COUNT(*) FROM $directory.child WHERE child_id = @child", "child");
            command.Parameters[0].Value = secret.Value.ToByteArray(bigEndian: true);
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0;
        });
    }
}
