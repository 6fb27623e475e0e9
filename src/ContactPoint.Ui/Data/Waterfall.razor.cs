using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Data;

/// <summary>
/// How a match weight came about: one bar for each piece of evidence, each starting where the one before ended, and their sum.
/// The bars are for the eye only; the table below says the same.
/// </summary>
public partial class Waterfall : ComponentBase
{
    /// <summary>What is compared.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>The evidence, in the order to show; at most 25.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<WaterfallStep> Steps { get; set; } = [];

    private double Total => Steps.Sum(step => step.Weight);

    private (double Low, double High) Span
    {
        get
        {
            double sum = 0, low = 0, high = 0;
            foreach (var step in Steps)
            {
                sum += step.Weight;
                low = Math.Min(low, sum);
                high = Math.Max(high, sum);
            }

            return (low, Math.Max(high, low + 1));
        }
    }

    private IEnumerable<Bar> Bars
    {
        get
        {
            double sum = 0;
            foreach (var step in Steps)
            {
                yield return Between(step.Label, step.Weight, sum, step.Weight < 0 ? "cp-waterfall__against" : "cp-waterfall__for");
                sum += step.Weight;
            }

            yield return Between(L["Waterfall.Sum"], sum, 0, "cp-waterfall__sum");
        }
    }

    private static string Signed(double weight) => weight.ToString("+0.0;−0.0;0.0", CultureInfo.CurrentCulture);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double X(double weight) => (weight - Span.Low) / (Span.High - Span.Low) * 100;

    private Bar Between(string label, double weight, double from, string style)
    {
        var (start, end) = (X(from), X(from + weight));
        return new Bar(label, weight, Math.Min(start, end), Math.Max(0.5, Math.Abs(end - start)), style);
    }

    private sealed record Bar(string Label, double Weight, double Left, double Width, string Class);
}
