namespace ContactPoint.Benchmarks.Hosts;

/// <summary>What the bench asks of its host process: one line of JSON in, one out. It exists in this project alone; the product has no such door.</summary>
/// <param name="Ask">"seats", "children" or "figures".</param>
/// <param name="Count">How many.</param>
internal sealed record ControlAsk(string Ask, int Count = 0)
{
    public const string Seats = "seats";
    public const string Children = "children";
    public const string Figures = "figures";
}

/// <summary>The host's answer.</summary>
/// <param name="Address">Where it listens; in the first line alone.</param>
/// <param name="Cookies">Of the seats.</param>
/// <param name="Figures">As measured.</param>
/// <param name="Fault">What went wrong.</param>
internal sealed record ControlAnswer(Uri? Address = null, IReadOnlyList<string>? Cookies = null, HostFigures? Figures = null, string? Fault = null);

/// <summary>How a host stands after a full collection.</summary>
/// <param name="ManagedBytes">Live managed objects.</param>
/// <param name="ResidentBytes">Resident memory of the process.</param>
/// <param name="Circuits">Circuits alive.</param>
/// <param name="Connected">Circuits with a line.</param>
/// <param name="LinesLost">Lines that went down since the start.</param>
/// <param name="CpuSeconds">Processor time since the start, on all cores.</param>
/// <param name="SearchEntries">Audit entries of searches.</param>
internal sealed record HostFigures(long ManagedBytes, long ResidentBytes, int Circuits, int Connected, int LinesLost, double CpuSeconds, int SearchEntries);
