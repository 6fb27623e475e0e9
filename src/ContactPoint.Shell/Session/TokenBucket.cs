namespace ContactPoint.Shell.Session;

/// <summary>
/// Slows a caller down to a rate. It waits instead of refusing: a connection handles one message at a time, so a flood piles up on the
/// sender's side. One caller at a time.
/// </summary>
internal sealed class TokenBucket
{
    private readonly double perSecond;
    private readonly double burst;
    private double tokens;
    private long filledAt = TimeProvider.System.GetTimestamp();

    public TokenBucket(double perSecond, double burst) => (this.perSecond, this.burst, tokens) = (perSecond, burst, burst);

    /// <summary>Takes one token; how long to wait before going on.</summary>
    public TimeSpan Take()
    {
        var now = TimeProvider.System.GetTimestamp();
        tokens = Math.Min(burst, tokens + (TimeProvider.System.GetElapsedTime(filledAt, now).TotalSeconds * perSecond));
        filledAt = now;
        tokens--;
        return tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-tokens / perSecond);
    }
}
