using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ContactPoint.Benchmarks.Hosts;

/// <summary>Counts circuits and their lines. A few bytes a circuit, in both hosts alike.</summary>
internal sealed class CountedCircuit(CircuitCount count) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) => Note(ref count.Circuits, 1);

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => Note(ref count.Circuits, -1);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Note(ref count.Connected, 1);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref count.LinesLost);
        return Note(ref count.Connected, -1);
    }

    private static Task Note(ref int counter, int by)
    {
        Interlocked.Add(ref counter, by);
        return Task.CompletedTask;
    }
}

internal sealed class CircuitCount
{
#pragma warning disable CA1051, SA1401 // Counted with Interlocked.
    public int Circuits;
    public int Connected;
    public int LinesLost;
#pragma warning restore CA1051, SA1401
}
