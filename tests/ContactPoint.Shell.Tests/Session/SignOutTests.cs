using System.Collections.Concurrent;
using ContactPoint.Kernel.Identity;
using ContactPoint.Load.Circuits;
using ContactPoint.Shell.Tests.Hosting;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Shell.Tests.Session;

/// <summary>A browser that signs out goes to another page and answers no call of the circuit that it left: nothing of that is a fault.</summary>
public sealed class SignOutTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [Fact]
    [Trait("Asvs", "7.4.1")]
    [Trait("Asvs", "16.5.1")]
    public async Task SignOut_WithAPageOpen_IsNoFaultOfTheCircuit()
    {
        using var faults = new Faults();
        var levels = new Dictionary<string, string?> { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Error" };
        await using var app = await ShellApp.StartAsync(levels, builder =>
        {
            builder.Logging.AddProvider(faults);
            builder.Services.PostConfigure<CircuitOptions>(options => options.JSInteropDefaultCallTimeout = Patience);
        });
        var (browser, _) = await app.SignedInAsync();
        using var kept = browser;
        var circuit = await CircuitClient.OpenAsync(browser);
        await circuit.HearAsync("cp-frame");

        await app.Get<ISessions>().SignOutAsync(browser.Token!);
        await circuit.HearAsync("Your session has ended");

        // As a browser goes that shows the signed-out page already: before it is led there, without a word.
        await circuit.DisposeAsync();
        await Task.Delay(3 * Patience);

        faults.Told.ShouldBeEmpty();
    }

    private sealed class Faults : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Told { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Told.Enqueue($"{formatter(state, exception)} {exception?.GetType().Name}: {exception?.Message}");
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
