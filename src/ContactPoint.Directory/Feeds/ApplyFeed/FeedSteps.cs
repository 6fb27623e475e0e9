using System.Diagnostics;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>The steps of a run as traces: who listens sees where the time goes. They carry no data; nobody who does not listen pays for them.</summary>
internal static class FeedSteps
{
    /// <summary>Name of the source that a listener asks for.</summary>
    public const string SourceName = "ContactPoint.Feeds";

    public const string Receive = "receive";
    public const string Check = "check";
    public const string Index = "index";
    public const string Plan = "plan";
    public const string Write = "write";
    public const string End = "end";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? Begin(string step) => Source.StartActivity(step);
}
