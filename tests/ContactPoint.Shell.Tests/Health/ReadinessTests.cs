using System.Net;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel.Audit;
using ContactPoint.Matching.Index;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Health;

public sealed class ReadinessTests
{
    [Fact]
    public async Task Readyz_WhileTheDatabaseDoesNotAnswer_SaysSo_AndTheProcessLivesOn()
    {
        var ledger = new Ledger();
        await using var app = await ShellApp.StartAsync(configure: builder => builder.Services.AddSingleton<ILedgerSealer>(ledger).AddSingleton<IChildIndex>(new Index(isReady: true)));
        using var browser = app.Browser(ShellApp.PublicName);
        (await browser.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);

        ledger.IsAway = true;

        var answer = await browser.GetAsync("/readyz");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("Unhealthy");
        (await browser.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Readyz_BeforeTheIndexIsBuilt_IsNotReady()
    {
        await using var app = await ShellApp.StartAsync(configure: builder => builder.Services.AddSingleton<IChildIndex>(new Index(isReady: false)));
        using var browser = app.Browser(ShellApp.PublicName);

        (await browser.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private sealed class Ledger : ILedgerSealer
    {
        public bool IsAway { get; set; }

        public SealState State => new(0, null, null);

        public Task<DateTimeOffset?> LastEntryAsync(CancellationToken cancellation = default) =>
            IsAway ? throw new IOException("away") : Task.FromResult<DateTimeOffset?>(null);

        public Task<SealState> SealAsync(CancellationToken cancellation = default) => Task.FromResult(State);
    }

    private sealed class Index(bool isReady) : IChildIndex
    {
        public bool IsReady => isReady;

        public int Count => 0;

        public Task CatchUpAsync(CancellationToken cancellation = default) => Task.CompletedTask;

        public IReadOnlyList<IndexHit> Find(IndexQuery query, int most, out QueryScorer scorer) => throw new NotSupportedException();
    }
}
