using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Data;

/// <summary>A pass of one job for as long as it works: begun when it is first needed, begun anew before it ends. Each beginning is audited.</summary>
internal sealed class JobPasses(Func<IRecordGate> gate, Func<CancellationToken, Task<CallerContext>> caller, TimeProvider clock, JobName job)
{
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(2);
    private readonly Lock asking = new();
    private JobPass? pass;
    private Task<Result<JobPass>>? beginning;

    /// <summary>A pass that is good for two minutes at least.</summary>
    /// <exception cref="InvalidOperationException">The Kernel refuses the job.</exception>
    public async ValueTask<JobPass> CurrentAsync(CancellationToken cancellation)
    {
        var current = await AskAsync(cancellation);
        return current.Succeeded ? current.Value : throw new InvalidOperationException($"The job {job} was refused: {current.Error.Code}.");
    }

    /// <summary>The same, or the Kernel's refusal. Whoever asks while one is begun waits for that one.</summary>
    public async ValueTask<Result<JobPass>> AskAsync(CancellationToken cancellation)
    {
        Task<Result<JobPass>> begun;
        lock (asking)
        {
            if (pass is { HasEnded: false } current && current.ExpiresAt - clock.GetUtcNow() > Reserve) return current;
            if (beginning is null or { IsCompleted: true }) beginning = Task.Run(() => BeginAsync(cancellation), cancellation);
            begun = beginning;
        }

        return await begun.WaitAsync(cancellation);
    }

    private async Task<Result<JobPass>> BeginAsync(CancellationToken cancellation)
    {
        var begun = await gate().BeginJobAsync(await caller(cancellation), job, cancellation);
        if (!begun.Succeeded) return begun;
        lock (asking) pass = begun.Value;
        return begun;
    }
}
