using ContactPoint.Sdk.Results;

namespace ContactPoint.Demo;

/// <summary>Why the demo does not run.</summary>
public static class DemoErrors
{
    /// <summary>The host is not a development host.</summary>
    public static readonly Error NotDevelopment = new("demo.not-development", "The demo runs in Development only.");

    /// <summary>The database does not say that every child in it is invented.</summary>
    public static readonly Error NotSynthetic = new("demo.not-synthetic",
        "This database is not marked as synthetic, so the demo will not touch it. Start with an empty data directory.");

    /// <summary>Nothing was seeded yet.</summary>
    public static readonly Error NotSeeded = new("demo.not-seeded", "The demo is still being set up. Wait a few seconds and load the page again.");
}
