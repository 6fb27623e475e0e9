using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>Does nothing in its commit; the writer goes on in another mode after it, and answers then.</summary>
internal sealed class ModeChange(SqliteMode to) : QueuedUnit
{
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteMode To => to;

    public Task Task => completion.Task;

    public override bool IsCancelled => false;

    public override ValueTask RunAsync(IUnitOfWork unit) => ValueTask.CompletedTask;

    public override void Answer()
    {
        if (Failure is { } failure) completion.TrySetException(failure);
        else completion.TrySetResult();
    }
}
