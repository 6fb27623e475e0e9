using Spectre.Console;

namespace ContactPoint.Tool.Cli;

/// <summary>A progress bar on the error stream, where somebody watches; otherwise nothing.</summary>
internal static class ToolProgress
{
    /// <summary>Shown nowhere: for work within a step of something that is.</summary>
    public static IToolProgress None { get; } = new Silent();

    public static async Task<T> RunAsync<T>(ToolStreams streams, string what, Func<IToolProgress, Task<T>> work)
    {
        if (!streams.ShowsProgress) return await work(None);
        return await ToolOutput.Console(streams.Error, interactive: true).Progress()
            .AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new CountColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(what, maxValue: 1))));
    }

    private sealed class Silent : IToolProgress
    {
        public void Report(long done, long total)
        {
        }
    }

    private sealed class Bar(ProgressTask task) : IToolProgress
    {
        public void Begin(string what)
        {
            task.Description = what;
            Report(0, 0);
        }

        public void Report(long done, long total)
        {
            task.IsIndeterminate = total <= 0;
            task.MaxValue = Math.Max(total, Math.Max(done, 1));
            task.Value = done;
        }
    }
}

/// <summary>How far a command is.</summary>
internal interface IToolProgress
{
    /// <summary>Says that another part of the work begins.</summary>
    void Begin(string what)
    {
    }

    /// <summary>Reports; a total of 0 means that it is not known.</summary>
    void Report(long done, long total);
}
