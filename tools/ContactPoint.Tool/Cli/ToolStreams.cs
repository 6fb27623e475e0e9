namespace ContactPoint.Tool.Cli;

/// <summary>Where a run reads and writes. Results go to the output, progress and refusals to the error stream.</summary>
internal sealed record ToolStreams(TextWriter Output, TextWriter Error, TextReader Input)
{
    /// <summary>True when a person sits at the keyboard: then a password is asked for and progress bars move.</summary>
    public bool CanAsk { get; init; }

    public bool ShowsProgress { get; init; }

    public static ToolStreams OfProcess() => new(Console.Out, Console.Error, Console.In)
    {
        CanAsk = !Console.IsInputRedirected,
        ShowsProgress = !Console.IsErrorRedirected,
    };
}
