using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Data;

/// <summary>A pass of one job for as long as it works: begun when it is first needed, begun anew before it ends. Each beginning is audited.</summary>
internal sealed class JobPasses(Func<IRecordGate> gate, Func<CancellationToken, Task<CallerContext>> caller, TimeProvider clock, JobName job)
{
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(2);
    private JobPass? pass;

    /// <summary>A pass that is good for two minutes at least.</summary>
    /// <exception cref="InvalidOperationException">The Kernel refuses the job.</exception>
    public async ValueTask<JobPass> CurrentAsync(CancellationToken cancellation)
    {
        if (pass is { HasEnded: false } current && current.ExpiresAt - clock.GetUtcNow() > Reserve) return current;
        var begun = await gate().BeginJobAsync(await caller(cancellation), job, cancellation);
        return pass = begun.Succeeded ? begun.Value : throw new InvalidOperationException($"The job {job} was refused: {begun.Error.Code}.");
    }
}
