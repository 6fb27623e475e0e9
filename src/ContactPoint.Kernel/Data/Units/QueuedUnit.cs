using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>A unit that waits for the writer. It is answered only after the commit that holds it was flushed.</summary>
internal abstract class QueuedUnit
{
    public UnitOfWork? Unit { get; set; }

    public Exception? Failure { get; set; }

    public abstract bool IsCancelled { get; }

    public abstract ValueTask RunAsync(IUnitOfWork unit);

    public abstract void Answer();

    /// <summary>How it went is forgotten: it is about to run again.</summary>
    public void Forget()
    {
        Unit?.Close();
        (Unit, Failure) = (null, null);
    }
}

internal sealed class QueuedUnit<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation) : QueuedUnit
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? value;

    public Task<T> Task => completion.Task;

    public override bool IsCancelled => cancellation.IsCancellationRequested;

    public override async ValueTask RunAsync(IUnitOfWork unit) => value = await work(unit);

    public override void Answer()
    {
        if (Failure is OperationCanceledException) completion.TrySetCanceled(cancellation);
        else if (Failure is { } failure) completion.TrySetException(failure);
        else completion.TrySetResult(value!);
    }
}
