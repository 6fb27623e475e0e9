using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>The pass of one run: begun anew before it ends, so that a long run asks the gate again and a revoked session stops it.</summary>
internal sealed class FeedPasses(IRecordGate gate, CallerContext caller, JobName job, TimeProvider clock)
{
    private readonly JobPasses passes = new(() => gate, _ => Task.FromResult(caller), clock, job);

    /// <exception cref="FeedStoppedException">The gate refuses.</exception>
    public async ValueTask<JobPass> CurrentAsync(CancellationToken cancellation)
    {
        var current = await passes.AskAsync(cancellation);
        return current.Succeeded ? current.Value : throw new FeedStoppedException(current.Error);
    }
}
