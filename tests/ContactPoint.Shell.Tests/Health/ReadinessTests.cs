using System.Net;
using System.Reflection;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel.Audit;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Health;

public sealed class ReadinessTests
{
    [Fact]
    public async Task Readyz_WhileTheDatabaseDoesNotAnswer_SaysSo_AndTheProcessLivesOn()
    {
        var ledger = new Ledger();
        await using var app = await ShellApp.StartAsync(configure: builder => builder.Services.AddSingleton<ILedgerSealer>(ledger).AddSingleton<IChildIndex>(Index(isReady: true)));
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
        await using var app = await ShellApp.StartAsync(configure: builder => builder.Services.AddSingleton<IChildIndex>(Index(isReady: false)));
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

    private static IChildIndex Index(bool isReady)
    {
        var index = DispatchProxy.Create<IChildIndex, StubIndex>();
        ((StubIndex)(object)index).IsReady = isReady;
        return index;
    }

    /// <summary>An index that says whether it is built, and is asked nothing else.</summary>
    public class StubIndex : DispatchProxy
    {
        internal bool IsReady { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            $"get_{nameof(IChildIndex.IsReady)}" => IsReady,
            $"get_{nameof(IChildIndex.Count)}" => 0,
            nameof(IChildIndex.CatchUpAsync) => Task.CompletedTask,
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }
}
