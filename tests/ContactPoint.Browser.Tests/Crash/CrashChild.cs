using System.Globalization;
using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Directory;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>
/// The process that the crash tests kill: a host without pages that applies rolls while somebody searches and opens records. Everything that
/// was disclosed is written to standard output at once, so the parent knows what had been seen when the process died.
/// </summary>
internal static class CrashChild
{
    public const string Argument = "crash-child";

    public static async Task<int> RunAsync(string[] args)
    {
        var order = CrashOrder.Parse(args);
        await using var host = DiskHost.Open(order.DataDirectory, services => services.AddDirectoryHost(), Limits);
        await host.StartAsync();
        var viewer = new Viewer(host, order, Say);
        await viewer.PrepareAsync();
        Say(CrashLine.Ready);

        using var enough = new CancellationTokenSource();
        var viewing = Task.Run(() => viewer.RunAsync(enough.Token));
        var watching = Task.Run(() => WatchAsync(host, enough.Token));
        await ApplyAsync(host, order);
        if (!order.StopsWhenApplied) await viewing;
        await enough.CancelAsync();
        await viewing;
        await watching;
        Say(CrashLine.Finished);
        return 0;
    }

    // Checkpoints often, so that kills fall into them; budgets out of the way.
    private static void Limits(KernelOptions options)
    {
        options.SealInterval = TimeSpan.FromMilliseconds(400);
        options.Budgets.SearchesAnHour = options.Budgets.SearchesADay = options.Budgets.ChildrenADay = options.Budgets.ChildrenADayAtMost = int.MaxValue;
    }

    private static async Task ApplyAsync(DiskHost host, CrashOrder order)
    {
        var feeds = host.Get<IFeeds>();
        var caller = await host.SystemAsync();
        for (var edition = order.FirstEdition; edition <= order.LastEdition; edition++)
        {
            var name = CrashRoll.FileName(edition);
            await using var content = File.OpenRead(Path.Combine(order.RollFolder, name));
            var file = new FeedFile { Source = order.School, FileName = name, Content = content, AsAt = order.AsAt };
            var run = await feeds.ApplyAsync(caller, file, new FeedOptions { Approved = true });
            if (!run.Succeeded || run.Value.State != FeedRunState.Applied)
                throw new InvalidOperationException($"The roll was not applied: {(run.Succeeded ? run.Value.State.ToString() : run.Error.Code)}");
            Say(string.Create(CultureInfo.InvariantCulture, $"{CrashLine.Applied} {edition}"));
        }
    }

    // The parent aims some of its kills by this. Where an earlier life left a roll is no work of this one.
    private static async Task WatchAsync(DiskHost host, CancellationToken enough)
    {
        var known = (await CrashRun.AllAsync(host)).ConvertAll(Place).ToHashSet();
        while (!enough.IsCancellationRequested)
        {
            if ((await CrashRun.AllAsync(host)).Exists(run => run is { IsApplied: false, Processed: > 0 } && known.Add(Place(run)))) Say(CrashLine.HalfWay);
            await Task.Delay(20, CancellationToken.None);
        }

        static (Guid, int) Place(CrashRun run) => (run.Id, run.Processed);
    }

    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
