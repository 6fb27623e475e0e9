using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using ContactPoint.Load.Seeding;
using ContactPoint.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Benchmarks.Hosts;

/// <summary>The host process of a bench. It ends with its standard input, so that none is left behind.</summary>
internal static class HostCommand
{
    public static Command Build()
    {
        var kind = new Argument<HostKind>("kind");
        var command = new Command("host", "For the bench itself: a host that answers on standard input and output.") { kind };
        command.Hidden = true;
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(kind)));
        return command;
    }

    private static async Task<int> RunAsync(HostKind kind)
    {
        await using var kernel = kind == HostKind.Shell ? await MeasuredShell.KernelAsync() : null;
        await using var app = kernel is null ? MeasuredTemplate.Build() : await MeasuredShell.BuildAsync(kernel);
        await app.StartAsync();
        Say(new ControlAnswer(Address: new Uri(app.Urls.First())));
        while (await Console.In.ReadLineAsync() is { } line)
        {
            try
            {
                Say(await AnswerAsync(app, JsonSerializer.Deserialize<ControlAsk>(line)!));
            }
#pragma warning disable CA1031 // The bench is told, whatever it is.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Say(new ControlAnswer(Fault: fault.ToString()));
            }
        }

        // What is open need not be closed one by one.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static async Task<ControlAnswer> AnswerAsync(WebApplication app, ControlAsk ask)
    {
        switch (ask.Ask)
        {
            case ControlAsk.Seats:
                return new ControlAnswer(Cookies: await new Seats(app.Services.GetRequiredService<TestUsers>()).TakeAsync(ask.Count));
            case ControlAsk.Children:
                await new SoughtChildren(app.Services).WriteAsync(ask.Count);
                return new ControlAnswer();
            default:
                return new ControlAnswer(Figures: await MeasureAsync(app.Services));
        }
    }

    private static async Task<HostFigures> MeasureAsync(IServiceProvider services)
    {
        var entries = services.GetService<TestUsers>() is null ? 0 : await SearchEntries.CountAsync(services);
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var managed = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        var count = services.GetRequiredService<CircuitCount>();
        return new HostFigures(managed, process.WorkingSet64, count.Circuits, count.Connected, count.LinesLost, Math.Round(process.TotalProcessorTime.TotalSeconds, 2), entries);
    }

    private static void Say(ControlAnswer answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer));
}
