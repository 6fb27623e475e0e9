namespace ContactPoint.Shell.Session;

/// <summary>
/// Slows a caller down to a rate. It waits instead of refusing: a connection handles one message at a time, so a flood piles up on the
/// sender's side. One caller at a time.
/// </summary>
internal sealed class TokenBucket
{
    private readonly TimeProvider clock;
    private readonly double perSecond;
    private readonly double burst;
    private double tokens;
    private long filledAt;

    public TokenBucket(double perSecond, double burst, TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        (this.perSecond, this.burst, tokens, filledAt) = (perSecond, burst, burst, this.clock.GetTimestamp());
    }

    /// <summary>Takes one token; how long to wait before going on.</summary>
    public TimeSpan Take()
    {
        var now = clock.GetTimestamp();
        tokens = Math.Min(burst, tokens + (clock.GetElapsedTime(filledAt, now).TotalSeconds * perSecond));
        filledAt = now;
        tokens--;
        return tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-tokens / perSecond);
    }
}
