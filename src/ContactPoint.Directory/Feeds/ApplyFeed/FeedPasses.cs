using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>The pass of one run: begun anew before it ends, so that a long run asks the gate again and a revoked session stops it.</summary>
internal sealed class FeedPasses(IRecordGate gate, CallerContext caller, TimeProvider clock)
{
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(2);
    private JobPass? pass;

    /// <exception cref="FeedStoppedException">The gate refuses.</exception>
    public async ValueTask<JobPass> CurrentAsync(CancellationToken cancellation)
    {
        if (pass is { HasEnded: false } current && current.ExpiresAt - clock.GetUtcNow() > Reserve) return current;
        var begun = await gate.BeginJobAsync(caller, JobName.FeedApply, cancellation);
        return pass = begun.Succeeded ? begun.Value : throw new FeedStoppedException(begun.Error);
    }
}
