using System.CommandLine;
using System.Text.Json;

namespace ContactPoint.Benchmarks;

/// <summary>How a bench tells what it found: JSON on request, else lines for a person; progress goes to standard error.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Option<bool> JsonOption() => new("--json") { Description = "Figures as JSON." };

    public static void Say<T>(T figures, bool asJson, IEnumerable<string> lines)
    {
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
            return;
        }

        foreach (var line in lines) Console.WriteLine(line);
    }

    public static void Progress(string words) => Console.Error.WriteLine(words);

    /// <summary>How busy the machine is, beside every figure: one, five and fifteen minutes; empty where the system does not tell.</summary>
    public static string LoadAverage() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "";
}
