namespace ContactPoint.Demo;

/// <summary>What the demo makes.</summary>
public sealed class DemoOptions
{
    /// <summary>The seed: the same one makes the same children.</summary>
    public int Seed { get; set; } = 20_150_314;

    /// <summary>How many children.</summary>
    public int Children { get; set; } = 2_000;
}
