using System.Threading.Channels;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>
/// Runs units of work one after another in the order in which they were asked for, and hands each answer to the circuit in a turn of its
/// own. Which of two answers comes first, and whether a page is drawn between them, is chance in production; here it is the same in both worlds.
/// </summary>
internal sealed class OrderedUnits : IUnitOfWorkFactory
{
    private static readonly AsyncLocal<bool> Inside = new();

    private readonly IUnitOfWorkFactory units;
    private readonly Channel<Func<Task>> waiting = Channel.CreateUnbounded<Func<Task>>();
    private long asked;
    private long done;

    public OrderedUnits(IUnitOfWorkFactory units)
    {
        this.units = units;
        _ = Task.Run(ServeAsync);
    }

    /// <summary>How many were asked for.</summary>
    public long Asked => Interlocked.Read(ref asked);

    /// <summary>True when every one that was asked for has been answered, and what waited for the answer has gone on.</summary>
    public bool IsIdle => Interlocked.Read(ref done) == Asked;

    public Task<T> RunAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation = default) =>
        QueueAsync(() => units.RunAsync(Marked(work), cancellation));

    public Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read, CancellationToken cancellation = default) =>
        Inside.Value ? units.ReadAsync(read, cancellation) : QueueAsync(() => units.ReadAsync(Marked(read), cancellation));

    private static Func<IUnitOfWork, ValueTask<T>> Marked<T>(Func<IUnitOfWork, ValueTask<T>> work) => unit =>
    {
        Inside.Value = true;
        return work(unit);
    };

    private Task<T> QueueAsync<T>(Func<Task<T>> run)
    {
        // A circuit's turn ends before its answer is handed over, so that it never finds the answer there already.
        var circuit = SynchronizationContext.Current;
        var answer = new TaskCompletionSource<T>(circuit is null ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
        Interlocked.Increment(ref asked);
        waiting.Writer.TryWrite(async () =>
        {
            var outcome = run();
            await Task.WhenAny(outcome).ConfigureAwait(false);
            if (circuit is null)
                HandOver(answer, outcome);
            else
                circuit.Post(_ => HandOver(answer, outcome), null);
        });
        return answer.Task;
    }

    private void HandOver<T>(TaskCompletionSource<T> answer, Task<T> outcome)
    {
        answer.TrySetFromTask(outcome);
        Interlocked.Increment(ref done);
    }

    private async Task ServeAsync()
    {
        await foreach (var run in waiting.Reader.ReadAllAsync())
            await run();
    }
}
